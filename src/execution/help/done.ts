/** What a person is answered when a command on a request for help is done. */
import type { Holder } from './rules/holder.ts'

export type HelpDone =
  | { readonly code: 'help-asked'; readonly goal: number }
  | { readonly code: 'help-answered' }
  | { readonly code: 'help-passed'; readonly to: Holder }
  | { readonly code: 'help-solved' }
