/** franc as it comes, for the scorer of eval/langid. It gives no probability. */
import { franc } from 'franc'

export const detectLanguage = (text: string): { language: string } => ({ language: franc(text, { minLength: 3 }) })
