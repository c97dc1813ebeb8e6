// What the routes take and give, out of the models of `klartekst/schema`.
import { jsonSchemas } from 'klartekst/schema'

const Article = without(jsonSchemas.Article)
const id = { type: 'string', minLength: 1, maxLength: 200 }
const ids = { type: 'array', items: id, maxItems: 1000 }

/** Shared between routes; `components.schemas` of the OpenAPI description. */
export const schemas = [
  { $id: 'Article', ...Article },
  { $id: 'ArchiveArticle', ...Article, properties: { ...Article.properties, id }, required: ['id', 'body'] },
  { $id: 'ArticleAnalysis', ...without(jsonSchemas.ArticleAnalysis) },
  { $id: 'RelatedArticle', ...without(jsonSchemas.RelatedArticle) },
  {
    $id: 'Refusal',
    type: 'object',
    properties: { error: { type: 'string' }, message: { type: 'string' }, requestId: { type: 'string' } },
    required: ['error', 'message'],
  },
]

function without({ $schema, ...schema }) {
  return schema
}

const refusal = { description: 'Refused, with the reason.', $ref: 'Refusal#' }
const refusals = { '4XX': refusal, '5XX': refusal }
const changed = {
  description: 'On the disk. `affected`: ids whose related list may have changed.',
  type: 'object',
  properties: { affected: { type: 'array', items: { type: 'string' } } },
  required: ['affected'],
}

export const routes = {
  analyze: {
    summary: 'Language, themes and pull quotes of an article; with `Accept: application/ld+json` a NewsArticle.',
    body: { $ref: 'Article#' },
    response: { 200: { $ref: 'ArticleAnalysis#' }, ...refusals },
  },
  related: {
    summary: 'Articles of the archive that belong with one of it (`id`), or with a draft (`article`).',
    body: {
      type: 'object',
      properties: {
        id,
        article: { $ref: 'Article#' },
        limit: { type: 'integer', minimum: 1, maximum: 50 },
        minScore: { type: 'number', minimum: 0, maximum: 1 },
        languages: { type: 'string', enum: ['same', 'prefer-same', 'any'] },
        diversity: { type: 'number', minimum: 0, maximum: 1 },
        halfLifeDays: { type: 'number', exclusiveMinimum: 0 },
        includeNewer: { type: 'boolean' },
        maxPerAuthor: { type: 'integer', minimum: 1 },
        exclude: ids,
        fallback: { type: 'string', enum: ['none', 'recent'] },
      },
      oneOf: [{ required: ['id'] }, { required: ['article'] }],
      additionalProperties: false,
    },
    response: {
      200: {
        description: 'Best first; short or empty where little belongs with it.',
        type: 'object',
        properties: { related: { type: 'array', items: { $ref: 'RelatedArticle#' } } },
        required: ['related'],
      },
      ...refusals,
    },
  },
  upsert: {
    summary: 'Puts articles into the archive, in the place of those with the same ids.',
    body: { type: 'array', items: { $ref: 'ArchiveArticle#' }, minItems: 1, maxItems: 500 },
    response: { 200: changed, ...refusals },
  },
  remove: {
    summary: 'Takes an article out of the archive.',
    params: { type: 'object', properties: { id }, required: ['id'] },
    response: { 200: changed, ...refusals },
  },
  health: {
    summary: 'Whether the service answers. Needs no key.',
    security: [],
    response: {
      200: {
        description: 'It does.',
        type: 'object',
        properties: { status: { type: 'string' }, articles: { type: 'integer' } },
      },
    },
  },
  metrics: {
    summary: 'Metrics for Prometheus.',
    response: { 200: { description: 'Text.', content: { 'text/plain': { schema: { type: 'string' } } } }, ...refusals },
  },
}
