/** Why a file could not be read as a workbook. */
export type Unreadable = 'not-xlsx' | 'encrypted' | 'truncated' | 'too-large' | 'too-many-rows' | 'no-sheet'
