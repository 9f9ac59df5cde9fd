/** Questions that several forms of inspection ask. */
import type { Field } from '../../../../cards/kit.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { FormValues } from '../../../kernel/view.ts'
import type { NamedFile } from '../files.ts'
import type { Inspector } from '../rules/body.ts'
import { MAX_PURPOSE } from '../rules/plan.ts'

/** Who inspects: of the body's people, with the asker chosen already. */
export function inspectorsField(people: readonly Inspector[], asker: PersonId): Field {
  const choices = people.map(({ id, name }) => ({ value: id, text: name }))
  const initial = people.filter((one) => one.id === asker).map((one) => one.id)
  return {
    kind: 'choices',
    name: 'inspectors',
    label: '督查人员',
    required: true,
    choices,
    initial,
    hint: '本人所在单位由他人检查',
  }
}

export const purposeField = (label: string, hint: string): Field => ({
  kind: 'text',
  name: 'purpose',
  label,
  required: true,
  maxLength: MAX_PURPOSE,
  rows: 3,
  hint,
})

/** Files that were sent and serve nothing yet; no question where there are none. */
export function evidenceFields(files: readonly NamedFile[], chosen: readonly string[]): Field[] {
  if (files.length === 0) return []
  return [
    {
      kind: 'choices',
      name: 'evidence',
      label: '佐证材料',
      choices: files.map(({ id, name }) => ({ value: id, text: name })),
      initial: [...chosen],
      hint: '已选中您新发来的图片和文件，无关的请去掉',
    },
  ]
}

/** What was typed into a field of words; '' where nothing was. */
export const wordsOf = (value: FormValues[string]): string => (typeof value === 'string' ? value : '')

/** What was chosen of several. */
export const chosenOf = (value: FormValues[string]): readonly string[] => (Array.isArray(value) ? value : [])
