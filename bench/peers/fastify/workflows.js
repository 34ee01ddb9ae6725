// Version of a workflow by number, label or `latest`.

import { conditional, notFound } from './answers.js'
import { READ } from './guard.js'
import { visibleTo } from './projects.js'
import * as schemas from './schemas.js'

const NUMBER = /^[1-9][0-9]{0,8}$/
const LABEL = /^[a-z]([-._]?[a-z0-9])*$/

export async function workflows (app) {
  const { sql, identify, admit } = app

  app.get('/projects/:handle/:slug/workflows/:workflow/versions/:version', {
    schema: { response: { 200: schemas.version } },
    onRequest: [identify, admit(READ)]
  }, async (request, reply) => {
    const { handle, slug, workflow, version } = request.params
    const [row] = await sql`
      select
        v.version_id, v.number, v.changelog, encode(v.content_hash, 'hex') as content_hash, v.content, v.steps,
        v.variables, a.handle, a.display_name,
        array(
          select l.name from workflow_label l
          where l.workflow_id = v.workflow_id and l.number = v.number
          order by l.name collate "C"
        ) as labels,
        v.created_at
      from maker o
      join project p on p.owner_id = o.maker_id
      join workflow w on w.project_id = p.project_id
      join workflow_version v on v.workflow_id = w.workflow_id
      join maker a on a.maker_id = v.author_id
      where
        o.handle = ${handle.toLowerCase()} and p.slug = ${slug} and w.slug = ${workflow}
        and v.number = ${numberOf(version)} and ${visibleTo(sql, request.viewer)}`
    if (row === undefined) throw notFound()
    const author = { handle: row.handle, display_name: row.display_name }
    return conditional(request, reply, { ...row, author }, { personal: request.viewer !== null })
  })

  function numberOf (which) {
    if (which === 'latest') return sql`w.head_number`
    if (NUMBER.test(which)) return sql`${Number(which)}`
    if (!LABEL.test(which) || which.length > 40) throw notFound()
    return sql`(select l.number from workflow_label l where l.workflow_id = w.workflow_id and l.name = ${which})`
  }
}
