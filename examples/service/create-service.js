// The service without its port: limits, keys, errors. All reading of texts is done by the work pool, so that this
// thread is always free to answer.
import { randomUUID } from 'node:crypto'
import swagger from '@fastify/swagger'
import Fastify from 'fastify'
import { addRoutes } from './add-routes.js'
import { Archive, readArchive } from './archive.js'
import { checkKeys } from './check-keys.js'
import { measureRequests } from './measure-requests.js'
import { refuse, refuseUnknown } from './refuse.js'
import { schemas } from './schemas.js'
import { WorkPool } from './work-pool.js'

/**
 * @param options.keys - the API keys that are let in, 16 characters or more.
 * @param options.stateFile - where the archive is kept.
 * @param options.threads - that read texts; default: one a core.
 * @param options.timeLimitMs - for the work of one request; `waitLimitMs`: for its waiting till work on it begins;
 *   `requestTimeoutMs`: for the request to arrive.
 * @param options.bodyLimit - bytes of an article; a list may have 16 times as many.
 */
export async function createService({
  keys,
  stateFile,
  threads,
  timeLimitMs = 5000,
  waitLimitMs = 10_000,
  requestTimeoutMs = 20_000,
  bodyLimit = 1_000_000,
  logger = true,
  worker,
}) {
  const checkKey = checkKeys(keys)
  const state = await readArchive(stateFile)
  const service = Fastify({
    // Neither bodies nor headers nor whole addresses: no text and no key gets into the log.
    logger: logger && { ...logger, serializers: { req: describeRequest } },
    genReqId: () => randomUUID(),
    bodyLimit,
    requestTimeout: requestTimeoutMs,
    http: { maxHeaderSize: 8192, headersTimeout: requestTimeoutMs, connectionsCheckingInterval: 1000 },
    frameworkErrors: refuse,
    routerOptions: { maxParamLength: 400 },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
  })
  const pool = await WorkPool.open({ threads, timeLimitMs, waitLimitMs, worker })
  const archive = new Archive(stateFile, state, pool)

  service.setErrorHandler(refuse)
  service.setNotFoundHandler(refuseUnknown)
  service.removeContentTypeParser('text/plain')
  service.addHook('onRequest', checkKey)
  let isClosing = false
  service.addHook('preClose', async () => {
    isClosing = true
  })
  service.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    // A connection kept open after its last answer would hold up the end.
    if (isClosing) reply.header('connection', 'close')
  })
  service.addHook('onClose', async () => {
    await archive.close()
    await pool.close()
  })
  for (const schema of schemas) service.addSchema(schema)
  // The schemas describe answers; the library's own tests hold the answers to them.
  service.setSerializerCompiler(() => JSON.stringify)
  await service.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'klartekst', description: 'Reads Danish and English articles.', version: '1' },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
    refResolver: { buildLocalReference: ({ $id }) => $id },
  })
  const metrics = measureRequests(service, { archive, pool })

  service.after(() => addRoutes(service, { archive, pool, metrics, listLimit: 16 * bodyLimit }))
  await service.ready()
  return service
}

/** The pattern of the address, not the address: somebody may have put a key or a title into it. */
function describeRequest(request) {
  return { method: request.method, route: request.routeOptions?.url }
}
