// API keys: `Authorization: Bearer KEY`, one of those the service was started with.
import { createHash, timingSafeEqual } from 'node:crypto'
import { Refusal } from './refuse.js'

/** A hook that refuses requests without a key, before their body is read; routes with `config.isOpen` need none. */
export function checkKeys(keys) {
  if (keys.length === 0) throw new Error('No API keys: set KLARTEKST_KEYS to one or more, with commas between them.')
  if (!keys.every((key) => /^[!-~]{16,}$/.test(key))) {
    throw new Error('An API key must have 16 or more characters, of ASCII and without spaces.')
  }
  const known = keys.map(hash)
  return async function checkKey(request) {
    if (request.routeOptions.config?.isOpen) return
    const given = hash(/^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '')
    // Hashes are of one length, and all are compared to the end: the time taken tells nothing of any key.
    const matches = known.map((key) => timingSafeEqual(key, given))
    if (matches.includes(true)) return
    throw new Refusal(401, 'KEY')
  }
}

function hash(key) {
  return createHash('sha256').update(key).digest()
}
