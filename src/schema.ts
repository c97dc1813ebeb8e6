/**
 * zod models of every input and result, each checked by the compiler to say the same as the type in `model/`, and the
 * same as JSON Schema. Results are strict (no unknown keys); an `Article` may carry keys of the caller's own.
 */
import * as z from 'zod'
import type * as model from './model/index.js'

/** What zod infers is mutable; the models are readonly. Compared without that difference. */
type Mutable<T> = T extends readonly unknown[] | object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** The schema as it is, if it infers exactly the model; else the call does not compile. */
function of<Model>() {
  return <Schema extends z.ZodType>(
    schema: Schema & (Equal<Mutable<z.infer<Schema>>, Mutable<Model>> extends true ? unknown : never),
  ): z.ZodType<Model> => schema as unknown as z.ZodType<Model>
}

const place = z.int().nonnegative()
const probability = z.number().min(0).max(1)
const score = probability
const spanShape = { start: place, end: place }
const runsForward = { error: 'start must not be after end', path: ['end'] }
const isForward = ({ start, end }: { start: number; end: number }): boolean => start <= end
const spanModel = z.strictObject(spanShape).refine(isForward, runsForward)
const language = z.string().min(2)
const isoDate = z.string().min(4)
const reasonModel = z.strictObject({ feature: z.string(), contribution: z.number() })

const candidateModel = z.strictObject({ language, confidence: probability })
const detectionModel = z.strictObject({ language, confidence: probability, candidates: z.array(candidateModel) })
const languageSpanModel = z
  .strictObject({ ...spanShape, language, confidence: probability })
  .refine(isForward, runsForward)

const status = z.enum(['published', 'draft', 'scheduled'])
const articleFields = {
  id: z.exactOptional(z.string()),
  title: z.exactOptional(z.string()),
  lead: z.exactOptional(z.string()),
  byline: z.exactOptional(z.string()),
  translationGroup: z.exactOptional(z.string()),
  publishedAt: z.exactOptional(isoDate),
  updatedAt: z.exactOptional(isoDate),
  status: z.exactOptional(status),
  author: z.exactOptional(z.string()),
  url: z.exactOptional(z.string()),
  tags: z.exactOptional(z.array(z.string())),
  pins: z.exactOptional(z.array(z.string())),
  excludes: z.exactOptional(z.array(z.string())),
  meta: z.exactOptional(z.record(z.string(), z.unknown())),
}
const articleModel = z.object({
  ...articleFields,
  body: z.string(),
  format: z.exactOptional(z.enum(['auto', 'text', 'html', 'markdown', 'wordpress'])),
  language: z.exactOptional(z.string()),
})

const blockModel = z.strictObject({
  kind: z.enum([
    'title',
    'lead',
    'heading',
    'paragraph',
    'list-item',
    'blockquote',
    'pull-quote',
    'caption',
    'code',
    'byline',
  ]),
  level: z.exactOptional(z.int().positive()),
  span: z.exactOptional(spanModel),
  source: spanModel,
})
const sentenceModel = z.strictObject({ ...spanShape, block: place }).refine(isForward, runsForward)
const markedQuoteModel = z.strictObject({
  text: z.string(),
  attribution: z.exactOptional(z.string()),
  markup: z.enum(['shortcode', 'block', 'html', 'markdown']),
  source: spanModel,
})
const teaserModel = z.strictObject({ title: z.string(), summary: z.exactOptional(z.string()) })
const removedModel = z.strictObject({
  kind: z.enum(['navigation', 'boilerplate', 'byline', 'disclaimer', 'teaser', 'shortcode', 'script', 'table']),
  text: z.string(),
  source: spanModel,
})
const markModel = z
  .strictObject({ ...spanShape, kind: z.enum(['strong', 'emphasis', 'link']) })
  .refine(isForward, runsForward)
const documentModel = z.strictObject({
  ...articleFields,
  text: z.string(),
  language: detectionModel,
  blocks: z.array(blockModel),
  sentences: z.array(sentenceModel),
  markedQuotes: z.array(markedQuoteModel),
  teasers: z.array(teaserModel),
  removed: z.array(removedModel),
  marks: z.array(markModel),
  sourceMap: z.array(place),
})

const tokenModel = z
  .strictObject({ ...spanShape, kind: z.enum(['word', 'number', 'punctuation', 'symbol']) })
  .refine(isForward, runsForward)
const nameModel = z
  .strictObject({ ...spanShape, kind: z.enum(['person', 'organisation', 'place', 'other']), confidence: probability })
  .refine(isForward, runsForward)

const themeModel = z.strictObject({
  label: z.string().min(1),
  key: z.string().min(1),
  score,
  kind: z.enum(['topic', 'person', 'organisation', 'place', 'work', 'event']),
  variants: z.array(z.string()),
  spans: z.array(spanModel),
  reasons: z.array(reasonModel),
})
const pullQuoteModel = z.strictObject({
  text: z.string(),
  span: z.exactOptional(spanModel),
  score,
  source: z.enum(['editor', 'suggested']),
  kind: z.enum(['pull', 'source']),
  match: z.exactOptional(z.enum(['exact', 'normalized', 'fuzzy', 'none'])),
  attribution: z.exactOptional(z.string()),
  reasons: z.array(reasonModel),
})

const sharedThemeModel = z.strictObject({
  label: z.string(),
  weight: z.number(),
  spansA: z.array(spanModel),
  spansB: z.array(spanModel),
})
const similarityModel = z.strictObject({
  score,
  sharedThemes: z.array(sharedThemeModel),
  languages: z.tuple([language, language]),
})
const termVectorModel = z.strictObject({ terms: z.array(z.string()), weights: z.array(z.number()) })
const archiveStatisticsModel = z.strictObject({
  languages: z.array(
    z.strictObject({ language, articles: place, terms: z.array(z.string()), counts: z.array(z.int().positive()) }),
  ),
})

const textStatisticsModel = z.strictObject({
  words: place,
  sentences: place,
  readingMinutes: z.number().nonnegative(),
  lix: z.number().nonnegative(),
})
const modelInfoModel = z.strictObject({ name: z.literal('klartekst'), version: z.string(), data: z.string() })
const analysisModel = z.strictObject({
  id: z.exactOptional(z.string()),
  title: z.exactOptional(z.string()),
  language: detectionModel,
  languageSpans: z.array(languageSpanModel),
  themes: z.array(themeModel),
  pullQuotes: z.array(pullQuoteModel),
  statistics: textStatisticsModel,
  model: modelInfoModel,
})

const adjustmentModel = z.strictObject({ kind: z.enum(['recency', 'diversity', 'same-author']), factor: z.number() })
const relatedArticleModel = z.strictObject({
  id: z.string(),
  title: z.exactOptional(z.string()),
  language,
  score,
  source: z.enum(['text', 'pin', 'fallback']),
  reasons: z.array(z.strictObject({ label: z.string(), weight: z.number() })),
  adjustments: z.array(adjustmentModel),
})
const duplicateGroupModel = z.strictObject({
  ids: z.array(z.string()),
  score,
  kind: z.enum(['identical', 'near-duplicate', 'translation']),
  reasons: z.array(reasonModel),
})

/** Half-open stretch of `document.text` in UTF-16 code units. */
export const Span: z.ZodType<model.Span> = of<model.Span>()(spanModel)
/** An article as a CMS holds it. */
export const Article: z.ZodType<model.Article> = of<model.Article>()(articleModel)
/** An article, read. */
export const Document: z.ZodType<model.Document> = of<model.Document>()(documentModel)
/** What every function that reads an article accepts. */
export const ArticleInput: z.ZodType<model.ArticleInput> = z.union([z.string(), Document, Article])
/** Which language a text is in. */
export const LanguageDetection: z.ZodType<model.LanguageDetection> = of<model.LanguageDetection>()(detectionModel)
/** A run of text in one language. */
export const LanguageSpan: z.ZodType<model.LanguageSpan> = of<model.LanguageSpan>()(languageSpanModel)
/** A token of a text. */
export const Token: z.ZodType<model.Token> = of<model.Token>()(tokenModel)
/** A name of somebody or something. */
export const Name: z.ZodType<model.Name> = of<model.Name>()(nameModel)
/** A subject of the article. */
export const Theme: z.ZodType<model.Theme> = of<model.Theme>()(themeModel)
/** A line lifted from the article, or fit to be. */
export const PullQuote: z.ZodType<model.PullQuote> = of<model.PullQuote>()(pullQuoteModel)
/** How alike two articles are. */
export const Similarity: z.ZodType<model.Similarity> = of<model.Similarity>()(similarityModel)
/** An article as a point. */
export const TermVector: z.ZodType<model.TermVector> = of<model.TermVector>()(termVectorModel)
/** Counts over an archive. */
export const ArchiveStatistics: z.ZodType<model.ArchiveStatistics> =
  of<model.ArchiveStatistics>()(archiveStatisticsModel)
/** Everything klartekst says about one article. */
export const ArticleAnalysis: z.ZodType<model.ArticleAnalysis> = of<model.ArticleAnalysis>()(analysisModel)
/** An article that belongs with another. */
export const RelatedArticle: z.ZodType<model.RelatedArticle> = of<model.RelatedArticle>()(relatedArticleModel)
/** Articles with the same text, or translations of each other. */
export const DuplicateGroup: z.ZodType<model.DuplicateGroup> = of<model.DuplicateGroup>()(duplicateGroupModel)

/** Names of the models that `jsonSchemas` has. */
export type ModelName =
  | 'Span'
  | 'Article'
  | 'Document'
  | 'LanguageDetection'
  | 'LanguageSpan'
  | 'Token'
  | 'Name'
  | 'Theme'
  | 'PullQuote'
  | 'Similarity'
  | 'TermVector'
  | 'ArchiveStatistics'
  | 'ArticleAnalysis'
  | 'RelatedArticle'
  | 'DuplicateGroup'

const models: Record<ModelName, z.ZodType> = {
  Span,
  Article,
  Document,
  LanguageDetection,
  LanguageSpan,
  Token,
  Name,
  Theme,
  PullQuote,
  Similarity,
  TermVector,
  ArchiveStatistics,
  ArticleAnalysis,
  RelatedArticle,
  DuplicateGroup,
}

/** The models as JSON Schema, draft 2020-12, each made when it is first asked for. */
export const jsonSchemas: Readonly<Record<ModelName, Readonly<Record<string, unknown>>>> = lazySchemas()

function lazySchemas(): Record<ModelName, Record<string, unknown>> {
  const made = new Map<string, Record<string, unknown>>()
  const schemas = {} as Record<ModelName, Record<string, unknown>>
  for (const [name, schema] of Object.entries(models)) {
    Object.defineProperty(schemas, name, {
      enumerable: true,
      get() {
        let json = made.get(name)
        if (!json) made.set(name, (json = { ...z.toJSONSchema(schema) }))
        return json
      },
    })
  }
  return schemas
}
