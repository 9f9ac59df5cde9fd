/** What may stand where (cards 1.3). */
import { type CardFault, OVER_LIMIT, pathText, UNKNOWN_PROPERTY, UNSUPPORTED_TAG } from './fault.ts'
import type { Visit } from './walk.ts'

const CONTAINERS: ReadonlySet<string> = new Set([
  'column_set',
  'form',
  'interactive_container',
  'collapsible_panel',
])
const ROOT_ONLY: ReadonlySet<string> = new Set(['form', 'table'])
const NOT_IN_FORM: ReadonlySet<string> = new Set(['chart', 'overflow'])
const FORM_ONLY: ReadonlySet<string> = new Set(['multi_select_static', 'multi_select_person'])
const FORM_PROPERTIES = ['required', 'form_action_type'] as const
const LEVELS = 5

export function placementFaults(visits: readonly Visit[]): readonly CardFault[] {
  return visits.flatMap((visit) => {
    const message = misplaced(visit)
    return message === undefined ? formPropertyFaults(visit) : [{ ...message, path: pathText(visit.path) }]
  })
}

function misplaced({ tag, around }: Visit): { readonly code: number; readonly message: string } | undefined {
  const inForm = around.includes('form')
  if (ROOT_ONLY.has(tag) && around.length > 0)
    return { code: UNSUPPORTED_TAG, message: `${tag} stands at the root only` }
  if (NOT_IN_FORM.has(tag) && inForm)
    return { code: UNSUPPORTED_TAG, message: `${tag} cannot stand in a form` }
  if (FORM_ONLY.has(tag) && !inForm) return { code: UNSUPPORTED_TAG, message: `${tag} stands in a form only` }
  const depth = [...around, tag].filter((one) => CONTAINERS.has(one)).length
  return CONTAINERS.has(tag) && depth > LEVELS
    ? { code: OVER_LIMIT, message: `nested deeper than ${LEVELS} levels` }
    : undefined
}

function formPropertyFaults({ node, path, around }: Visit): readonly CardFault[] {
  if (around.includes('form')) return []
  return FORM_PROPERTIES.filter((key) => key in node).map((key) => ({
    code: UNKNOWN_PROPERTY,
    path: pathText(path),
    message: `${key} takes effect in a form only`,
  }))
}
