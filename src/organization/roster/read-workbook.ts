import { type ReadSheets, readSheets } from '../../workbook/read-sheets.ts'
import { LAYOUT, type SheetKey } from './layout.ts'

/** Reads a roster workbook into text cells; what cannot be read at all is said with its reason. */
export const readWorkbook = (bytes: Uint8Array): Promise<ReadSheets<SheetKey>> => readSheets(bytes, LAYOUT)
