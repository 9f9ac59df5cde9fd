import type { FormValues } from '../../../kernel/view.ts'

export const textOf = (value: FormValues[string]): string => (typeof value === 'string' ? value : '')
