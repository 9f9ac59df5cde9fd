import type { Instant, LocalDate } from '../../../kernel/time.ts'

export type ReformRefusal =
  | { readonly code: 'office-units' }
  | { readonly code: 'undocumented-reform' }
  | { readonly code: 'future-reform'; readonly on: LocalDate }
  | { readonly code: 'outside-reform'; readonly year: number }
  | { readonly code: 'unknown-unit-named'; readonly words: string }
  | { readonly code: 'malformed-number'; readonly words: string }
  | { readonly code: 'taken-number'; readonly id: string; readonly name: string }
  | { readonly code: 'taken-name'; readonly name: string }
  | { readonly code: 'empty-name' }
  | { readonly code: 'unchanged-unit'; readonly name: string }
  | { readonly code: 'lone-merge' }
  | { readonly code: 'lone-split' }
  | { readonly code: 'unread-line'; readonly line: string }
  | { readonly code: 'absent-unit'; readonly name: string }
  | { readonly code: 'present-unit'; readonly name: string }
  | { readonly code: 'unreasoned-exemption' }
  | { readonly code: 'unknown-leader'; readonly words: string }
  | { readonly code: 'own-leader'; readonly name: string; readonly unit: string }
  | { readonly code: 'unknown-reform' }
  | { readonly code: 'stale-reform' }
  | { readonly code: 'barred-reform'; readonly bars: number }
  | { readonly code: 'applied-reform'; readonly name: string; readonly at: Instant }
  | { readonly code: 'dropped-reform'; readonly name: string; readonly at: Instant }
  | { readonly code: 'foreign-choice' }
  | { readonly code: 'unreasoned-drop' }
