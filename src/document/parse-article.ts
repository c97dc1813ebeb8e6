import { readArticle } from '../article/read-article.js'
import { detectLanguage } from '../language/detect-language.js'
import type { Article, ArticleInput } from '../model/article.js'
import type { LanguageDetection } from '../model/detection.js'
import type { Block, Document, Sentence } from '../model/document.js'
import type { Language } from '../model/language.js'
import { splitSentences } from '../text/split-sentences.js'
import { languageOf } from './language-of.js'

/** An article read: its prose and blocks, its language, its sentences. A document already parsed comes back as it is. */
export function parseArticle(languages: readonly Language[], input: ArticleInput): Document {
  if (isDocument(input)) return input
  const article: Article = typeof input === 'string' ? { body: input } : input
  if (typeof article !== 'object' || article === null || typeof article.body !== 'string') {
    throw new TypeError(
      `parseArticle: wanted a string, an article with a string \`body\`, or a document; got ${describe(input)}`,
    )
  }
  const reading = readArticle(languages, article)
  const language = article.language ? stated(article.language) : detectLanguage(languages, reading.text)
  return { ...reading, language, sentences: sentencesOf(languageOf(languages, language.language), reading) }
}

function isDocument(input: ArticleInput): input is Document {
  return typeof input === 'object' && input !== null && 'sentences' in input && 'blocks' in input && 'text' in input
}

/** A language that the CMS states counts as certain. */
function stated(language: string): LanguageDetection {
  return { language, confidence: 1, candidates: [{ language, confidence: 1 }] }
}

/** Sentences never cross a block. */
function sentencesOf(
  language: Language | undefined,
  { text, blocks }: { readonly text: string; readonly blocks: readonly Block[] },
): Sentence[] {
  const sentences: Sentence[] = []
  for (const [block, { span }] of blocks.entries()) {
    if (!span) continue
    for (const { start, end } of splitSentences(language, text.slice(span.start, span.end))) {
      sentences.push({ start: span.start + start, end: span.start + end, block })
    }
  }
  return sentences
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') return `an object with keys ${Object.keys(value).slice(0, 6).join(', ') || '(none)'}`
  return typeof value
}
