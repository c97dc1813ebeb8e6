declare module 'natural/lib/natural/tfidf/tfidf.js' {
  export default class TfIdf {
    addDocument(words: readonly string[]): void
    listTerms(document: number): { term: string; tfidf: number }[]
  }
}
