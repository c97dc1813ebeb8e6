declare module 'stopword' {
  export const dan: readonly string[]
  export const eng: readonly string[]
}
