// Errors as answers: `{ error, message, requestId }`. Nothing of what was sent is repeated, in the answer or in the log
// (the parser's own message for bad JSON quotes the text around the mistake).

const messages = new Map([
  ['FST_ERR_CTP_INVALID_JSON_BODY', 'The body is not valid JSON.'],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', 'The body is empty.'],
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'The body is too large.'],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'The body must be application/json.'],
  ['KEY', 'A valid API key is needed: Authorization: Bearer KEY'],
  ['UNKNOWN_ID', 'The archive has no article with this id.'],
  ['DUPLICATE_ID', 'Two articles of the list have the same id.'],
  ['TIME_LIMIT', 'It took too long.'],
  ['BUSY', 'Too much is waiting; try again later.'],
])

/** An error that `refuse` answers with a status and a code of ours. */
export class Refusal extends Error {
  constructor(statusCode, code) {
    super(code)
    this.statusCode = statusCode
    this.code = code
  }
}

/** An answer from the work pool, unless klartekst refused it. */
export function orRefuse({ refused, ...answer }) {
  if (refused !== undefined) throw new Refusal(refused === 'UNKNOWN_ID' ? 404 : 400, refused)
  return answer
}

/** Fastify's error handler. */
export function refuse(error, request, reply) {
  const status = error.statusCode ?? 500
  const code = error.validation ? 'SCHEMA' : (error.code ?? 'INTERNAL')
  if (status >= 500) request.log.error({ code, name: error.name, at: framesOf(error) }, 'failed')
  else request.log.info({ code }, 'refused')
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  if (status === 503) reply.header('retry-after', '1')
  // What the schema says of a mistake names fields, never what stood in them.
  const message = error.validation
    ? error.message
    : (messages.get(code) ?? (status < 500 ? 'Bad request.' : 'It failed.'))
  reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify)
  return reply.send({ error: code, message, requestId: request.id })
}

/** Fastify's handler of addresses that lead nowhere. */
export function refuseUnknown(request, reply) {
  return reply.code(404).send({ error: 'ROUTE', message: 'There is nothing here.', requestId: request.id })
}

/** Where an error was thrown, without its message. */
function framesOf({ stack = '' }) {
  return stack.split('\n').filter((line) => line.startsWith('    at '))
}
