import type { WorkbookCounts } from '../rules/goal-workbook.ts'

/** What the commands on workbooks of goals answer. */
export type WorkbookDone =
  | { readonly code: 'workbook-read' }
  | { readonly code: 'workbook-passed-on' }
  | ({ readonly code: 'workbook-applied' } & WorkbookCounts)
  | { readonly code: 'workbook-dropped' }
