// The service's keys, one per secret and purpose (HKDF-SHA256), so that its tokens and cursors are valid here.

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

const SIGNATURE = 16

export function keyring (text) {
  const secrets = text.split(',').map((part) => part.trim()).filter(Boolean).map((part) => {
    const colon = part.indexOf(':')
    return [part.slice(0, colon), part.slice(colon + 1)]
  })
  const derived = (purpose) =>
    secrets.map(([kid, secret]) => [kid, Buffer.from(hkdfSync('sha256', secret, 'aipoweredmakers', purpose, 32))])
  const cursors = derived('cursor').map(([, key]) => key)
  const sign = (key, scope, payload) =>
    createHmac('sha256', key).update(`${scope}\0`).update(payload).digest().subarray(0, SIGNATURE)

  return {
    accessTokens: Object.fromEntries(derived('access-token')),

    encodeCursor (scope, position) {
      const payload = Buffer.from(JSON.stringify(position))
      return Buffer.concat([sign(cursors[0], scope, payload), payload]).toString('base64url')
    },

    // Return the position, or null for a cursor that was changed or belongs to another list.
    decodeCursor (scope, cursor) {
      const data = Buffer.from(cursor, 'base64url')
      const signature = data.subarray(0, SIGNATURE)
      const payload = data.subarray(SIGNATURE)
      if (signature.length < SIGNATURE) return null
      return cursors.some((key) => timingSafeEqual(sign(key, scope, payload), signature)) ? JSON.parse(payload) : null
    }
  }
}
