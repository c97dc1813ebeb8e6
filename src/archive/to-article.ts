import type { Article, ArticleFormat } from '../model/article.js'

const texts = [
  'title',
  'lead',
  'byline',
  'language',
  'translationGroup',
  'publishedAt',
  'updatedAt',
  'author',
  'url',
] as const
const lists = ['tags', 'pins', 'excludes'] as const
const formats: readonly unknown[] = ['auto', 'text', 'html', 'markdown', 'wordpress'] satisfies ArticleFormat[]
const statuses: readonly unknown[] = ['published', 'draft', 'scheduled'] satisfies Article['status'][]
const known = new Set<string>(['id', 'body', 'format', 'status', 'meta', ...texts, ...lists])

/**
 * A record of a JSON or CSV archive as an article, or what is wrong with it. Fields that an article does not have go into
 * `meta`; `null` counts as absent; an id may be a number.
 */
export function toArticle(record: unknown): { readonly article: Article } | { readonly cause: string } {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return { cause: `A record is an object with a string "body"; this is ${nameOf(record)}.` }
  }
  const fields = new Map(Object.entries(record).filter(([, value]) => value !== null && value !== undefined))
  const body = fields.get('body')
  if (typeof body !== 'string') {
    const names = [...fields.keys()].slice(0, 12).join(', ') || 'none'
    return { cause: `The field "body" must be a string, and is ${nameOf(body)}. Fields here: ${names}.` }
  }
  const article: Record<string, unknown> = { body }
  const id = fields.get('id')
  if (typeof id === 'string' || typeof id === 'number') article.id = String(id)
  else if (id !== undefined) return { cause: `The field "id" must be a string or a number, and is ${nameOf(id)}.` }
  for (const name of texts) {
    const value = fields.get(name)
    if (typeof value === 'string') article[name] = value
    else if (value !== undefined) return { cause: `The field "${name}" must be a string, and is ${nameOf(value)}.` }
  }
  for (const name of lists) {
    const value = fields.get(name)
    if (value === undefined) continue
    if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) {
      return { cause: `The field "${name}" must be a list of strings, and is ${nameOf(value)}.` }
    }
    article[name] = value
  }
  for (const [name, allowed] of [
    ['format', formats],
    ['status', statuses],
  ] as const) {
    const value = fields.get(name)
    if (value === undefined) continue
    if (!allowed.includes(value)) {
      return {
        cause: `The field "${name}" must be one of ${allowed.join(', ')}, and is ${JSON.stringify(value).slice(0, 60)}.`,
      }
    }
    article[name] = value
  }
  const stated = fields.get('meta')
  if (stated !== undefined && (typeof stated !== 'object' || Array.isArray(stated))) {
    return { cause: `The field "meta" must be an object, and is ${nameOf(stated)}.` }
  }
  const unknown = [...fields].filter(([name]) => !known.has(name))
  if (stated !== undefined || unknown.length > 0)
    article.meta = Object.fromEntries([...Object.entries(stated ?? {}), ...unknown])
  return { article: article as unknown as Article }
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
