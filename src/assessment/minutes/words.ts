import { fileWords } from '../../document/words.ts'
import type { Year } from '../../kernel/ids.ts'

export const MINUTES_NAME = '合议纪要'

export const minutesTitle = (unit: string, year: Year): string => `${unit} ${year}年度考核${MINUTES_NAME}`

export const minutesFileName = (unit: string, year: Year): string =>
  `${minutesTitle(fileWords(unit), year)}.docx`
