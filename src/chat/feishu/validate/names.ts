/** Names of forms and their fields, element ids, and the button that sends a form (cards 1.1, 1.3). */
import { type CardFault, DUPLICATE_ID, NAME_MISSING, pathText } from './fault.ts'
import type { Visit } from './walk.ts'

const INTERACTIVE: ReadonlySet<string> = new Set([
  ...['button', 'overflow', 'input', 'select_static', 'multi_select_static', 'select_person'],
  ...['multi_select_person', 'date_picker', 'picker_time', 'picker_datetime', 'checker', 'select_img'],
])

export function nameFaults(visits: readonly Visit[]): readonly CardFault[] {
  return [
    ...missing(visits),
    ...repeated(visits, 'name', NAME_MISSING),
    ...repeated(visits, 'element_id', DUPLICATE_ID),
    ...unsendable(visits),
  ]
}

function missing(visits: readonly Visit[]): readonly CardFault[] {
  return visits
    .filter(({ tag, around }) => tag === 'form' || (INTERACTIVE.has(tag) && around.includes('form')))
    .filter(({ node }) => typeof node.name !== 'string' || node.name === '')
    .map(({ tag, path }) => ({ code: NAME_MISSING, path: pathText(path), message: `${tag} needs a name` }))
}

function repeated(visits: readonly Visit[], key: 'name' | 'element_id', code: number): readonly CardFault[] {
  const seen = new Set<unknown>()
  return visits.flatMap(({ node, path }) => {
    const value = node[key]
    if (typeof value !== 'string' || value === '') return []
    if (seen.has(value)) return [{ code, path: pathText(path), message: `${key} ${value} is used twice` }]
    seen.add(value)
    return []
  })
}

function unsendable(visits: readonly Visit[]): readonly CardFault[] {
  const forms = visits.filter(({ tag }) => tag === 'form')
  const submits = visits.filter(({ tag, node }) => tag === 'button' && node.form_action_type === 'submit')
  return forms
    .filter((form) => !submits.some((button) => form.path.every((key, depth) => button.path[depth] === key)))
    .map(({ path }) => ({
      code: NAME_MISSING,
      path: pathText(path),
      message: 'the form has no submit button',
    }))
}
