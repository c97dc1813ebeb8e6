import { chooseLanguage, type LanguageOption } from '../document/choose-language.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { Name } from '../model/name.js'
import type { Span } from '../model/span.js'
import { splitSentences } from '../text/split-sentences.js'
import { nameFeatures } from './names/name-features.js'
import { labelRun, nameLabels, nameModelOf } from './names/name-model.js'
import { nameRuns, readNameSentence } from './names/name-sentence.js'

export function findNames(
  languages: readonly Language[],
  input: string | Document,
  options: LanguageOption = {},
): Name[] {
  const text = typeof input === 'string' ? input : input.text
  const language = chooseLanguage(languages, text, options)
  if (!language) return []
  const sentences: readonly Span[] = typeof input === 'string' ? splitSentences(language, text) : input.sentences
  const names: Name[] = []
  for (const { start, end } of sentences) {
    const sentence = readNameSentence(language, text, start, end)
    if (!sentence) continue
    for (const run of nameRuns(sentence)) {
      const { labels } = labelRun(nameModelOf(language), nameFeatures(sentence, run))
      for (let i = 0; i < labels.length; i++) {
        if (labels[i] === 0) continue
        let j = i + 1
        while (labels[j] === labels[i]) j++
        let e = sentence.ends[run.from + j - 1]!
        const last = sentence.lowers[run.from + j - 1]!
        for (const ending of sentence.lists.endings) if (last.endsWith(ending)) { e -= ending.length; break }
        names.push({ start: sentence.starts[run.from + i]!, end: e, kind: nameLabels[labels[i]!] as Name['kind'], confidence: 0.5 })
        i = j - 1
      }
    }
  }
  return names
}
