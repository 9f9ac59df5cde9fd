/** What a person is answered; never a number or a word, because outcomes are kept in receipts. */
export type PetitionDone =
  | { readonly code: 'petition-written' }
  | { readonly code: 'petition-added' }
  | { readonly code: 'petition-asked' }
  | { readonly code: 'petition-answered' }
  | { readonly code: 'petition-entrusted' }
  | { readonly code: 'passing-proposed' }
  | { readonly code: 'passing-declined' }
  | { readonly code: 'petition-passed' }
  | { readonly code: 'passing-reported' }
  | { readonly code: 'petition-closed' }
