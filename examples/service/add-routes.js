// What the service answers.
import { describeArticle } from './news-article.js'
import { orRefuse } from './refuse.js'
import { routes } from './schemas.js'

/** Adds the routes; each gives its work to the pool or to the archive. */
export function addRoutes(service, { archive, pool, metrics, listLimit }) {
  service.post('/analyze', { schema: routes.analyze }, async (request, reply) => {
    const wantsLinkedData = request.headers.accept?.includes('application/ld+json')
    const themes = wantsLinkedData ? 20 : 10
    const analysis = await pool.run(() => ({ task: 'analyze', article: request.body, themes }))
    if (!wantsLinkedData) return analysis
    // Such JSON is put into pages, and "</script>" in a title must not end the element it stands in.
    const json = JSON.stringify(describeArticle(request.body, analysis)).replaceAll('<', '\\u003c')
    return reply.type('application/ld+json; charset=utf-8').serializer(String).send(json)
  })

  service.post('/related', { schema: routes.related }, async (request) => {
    const { id, article, ...options } = request.body
    // An article dated in the future is not shown before its time.
    const now = new Date().toISOString()
    const idOrArticle = id ?? article
    const answer = await pool.run(() => ({
      task: 'related',
      archive: archive.state,
      idOrArticle,
      options: { ...options, now },
    }))
    return orRefuse(answer)
  })

  service.put('/articles', { schema: routes.upsert, bodyLimit: listLimit }, async (request) => {
    return orRefuse(await archive.change({ upsert: request.body }))
  })

  service.delete('/articles/:id', { schema: routes.remove }, async (request) => {
    return orRefuse(await archive.change({ remove: [request.params.id] }))
  })

  service.get('/health', { schema: routes.health, config: { isOpen: true } }, async () => {
    return { status: 'ok', articles: archive.state.articles }
  })

  service.get('/metrics', { schema: routes.metrics }, async (_, reply) => {
    return reply
      .type(metrics.contentType)
      .serializer(String)
      .send(await metrics.metrics())
  })

  service.get('/openapi.json', { schema: { hide: true }, config: { isOpen: true } }, async () => service.swagger())
}
