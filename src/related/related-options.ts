import type { Bridge } from '../model/bridge.js'
import type { IndexedArticle } from './indexed-article.js'

/** Which related articles are wanted. All optional. */
export interface RelatedOptions {
  /** At most this many; default 5. */
  readonly limit?: number
  /**
   * Articles with a lower score are left out, 0–1. Default 0.2, under which most entries of a list are unrelated: a short
   * or empty list is a right answer. `0` always gives `limit` articles where the archive has them.
   */
  readonly minScore?: number
  /**
   * `same`: only the article's own language. `prefer-same` (default): others only after all of its own that reach
   * `minScore`. `any`: by score alone. An array: these languages, by score alone.
   */
  readonly languages?: 'same' | 'prefer-same' | 'any' | readonly string[]
  /** How much an article that repeats one already in the list falls, 0–1 (maximal marginal relevance); default 0.3. */
  readonly diversity?: number
  /** An article this many days old at `now` counts half. Default: age makes no difference. Needs `now`. */
  readonly halfLifeDays?: number
  /** ISO 8601: the present, since there is no clock here. Articles dated after it are not shown. */
  readonly now?: string
  /** Default true. False: only articles not newer than the one asked about, so that old pages' lists stay as they are. */
  readonly includeNewer?: boolean
  /** At most this many by one author; default: any number. */
  readonly maxPerAuthor?: number
  /** Ids that must not be shown. */
  readonly exclude?: readonly string[]
  /** Only articles for which this is true, pins too. Called for few articles, best first. */
  readonly where?: (article: IndexedArticle) => boolean
  /** `recent`: fill a short list with the newest articles, score 0. Default `none`. */
  readonly fallback?: 'none' | 'recent'
  /** Default false: translations of the article are left out. */
  readonly keepTranslations?: boolean
  /** The caller's own embedding of an article, by id; undefined where there is none. */
  readonly embed?: (id: string) => Float32Array | undefined
  /** Share of the embeddings' cosine in the similarity, 0–1; default 0.5 where `embed` is given. */
  readonly embedWeight?: number
  /**
   * Tables between two languages, by which articles of the other are found and compared; without one, words and names
   * spelt alike count. The root entry gives Danish and English.
   */
  readonly bridges?: readonly Bridge[]
  /** Weight of shared tags, rare ones counting more, beside the text's 1; default 0. */
  readonly tagWeight?: number
}

/** The options with their defaults, checked. */
export interface CheckedOptions extends RelatedOptions {
  readonly limit: number
  readonly minScore: number
  readonly languages: 'same' | 'prefer-same' | 'any' | readonly string[]
  readonly diversity: number
  readonly embedWeight: number
  readonly tagWeight: number
}

/** fitted: precision by calibrated score, see test/evaluation/REPORT.md */
export const defaultMinScore: number = 0.2

/** @throws RangeError, TypeError where an option is out of range, saying which and what came. */
export function checkOptions(options: RelatedOptions, caller: string): CheckedOptions {
  const wanted = (name: string, test: string, value: unknown): RangeError =>
    new RangeError(`${caller}: wanted \`${name}\` ${test}; got ${String(value)}`)
  const share = (name: 'minScore' | 'diversity' | 'embedWeight', value: number): number => {
    if (typeof value !== 'number' || !(value >= 0 && value <= 1)) throw wanted(name, 'from 0 to 1', value)
    return value
  }
  const { limit = 5, tagWeight = 0, languages = 'prefer-same', halfLifeDays, now, maxPerAuthor } = options
  if (typeof limit !== 'number' || !(limit >= 0)) throw wanted('limit', 'of 0 or more', limit)
  if (typeof tagWeight !== 'number' || !(tagWeight >= 0)) throw wanted('tagWeight', 'of 0 or more', tagWeight)
  if (halfLifeDays !== undefined && !(halfLifeDays > 0)) throw wanted('halfLifeDays', 'above 0', halfLifeDays)
  if (halfLifeDays !== undefined && now === undefined) {
    throw new TypeError(`${caller}: \`halfLifeDays\` needs \`now\`, the present as ISO 8601: there is no clock here`)
  }
  if (maxPerAuthor !== undefined && !(maxPerAuthor >= 1)) throw wanted('maxPerAuthor', 'of 1 or more', maxPerAuthor)
  if (!Array.isArray(languages) && !['same', 'prefer-same', 'any'].includes(languages as string)) {
    throw wanted('languages', "'same', 'prefer-same', 'any' or an array of codes", languages)
  }
  return {
    ...options,
    limit: Math.floor(limit),
    tagWeight,
    languages,
    minScore: share('minScore', options.minScore ?? defaultMinScore),
    diversity: share('diversity', options.diversity ?? 0.3),
    embedWeight: options.embed ? share('embedWeight', options.embedWeight ?? 0.5) : 0,
  }
}
