// Command line: `node server.js --port 8000 --workers 2` runs one or more processes on one port (node:cluster).

import cluster from 'node:cluster'
import { parseArgs } from 'node:util'

import { build } from './app.js'

const { values } = parseArgs({ options: { port: { type: 'string' }, workers: { type: 'string', default: '1' } } })
const workers = Number(values.workers)

if (workers > 1 && cluster.isPrimary) {
  for (let number = 0; number < workers; number++) cluster.fork()
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
      for (const worker of Object.values(cluster.workers)) worker.process.kill(signal)
    })
  }
  // If one process ends, end all: otherwise a part would be measured as the whole.
  cluster.on('exit', () => {
    for (const worker of Object.values(cluster.workers)) worker.process.kill('SIGTERM')
  })
} else {
  const app = await build(process.env)
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) {
    process.on(signal, () => app.close().then(() => process.exit(0)))
  }
  await app.listen({ host: '127.0.0.1', port: Number(values.port) })
}
