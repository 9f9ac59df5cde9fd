import type { Button } from '../../../../cards/kit.ts'
import type { Limits } from './limits.ts'
import { cut } from './shorten.ts'
import { type Node, plainText } from './text.ts'

/** As many as stand side by side on a phone: a row of four wraps there, unless its words are few. */
const ROW = 4
const ROW_OF_MANY = 3
const BUTTON_TEXT = 100
const STYLES = { primary: 'primary_filled', danger: 'danger', plain: 'default' } as const
const RANK = { primary: 0, plain: 1, danger: 2 } as const

/** Rows of at most four buttons: the primary one first, dangerous ones last (cards 6, rule 10). */
export function renderButtons(buttons: readonly Button[], limits: Limits): readonly Node[] {
  return inRows(sorted(buttons).map((button) => renderButton(button, limits)))
}

/** The buttons of a form. Each has a name, unique in the card, and those that send the form say so (cards 1.3). */
export function renderFormButtons(form: string, buttons: readonly Button[], limits: Limits): readonly Node[] {
  const named = sorted(buttons).map((button, position) => ({
    ...renderButton(button, limits),
    name: `${form}_button_${position + 1}`,
    ...(sends(button) ? { form_action_type: 'submit' } : {}),
  }))
  return inRows(named)
}

/** Whether the tap carries what was filled in. */
export const sends = (button: Button): boolean => 'submit' in button.action || 'keep' in button.action

function renderButton(button: Button, limits: Limits): Node {
  return {
    tag: 'button',
    text: { tag: 'plain_text', content: cut(button.text, BUTTON_TEXT) },
    type: STYLES[button.style ?? 'plain'],
    width: 'default',
    ...(button.confirm === undefined
      ? {}
      : {
          confirm: {
            title: plainText(button.confirm.title, limits),
            text: plainText(button.confirm.text, limits),
          },
        }),
    behaviors: [{ type: 'callback', value: button.action }],
  }
}

const sorted = (buttons: readonly Button[]): readonly Button[] =>
  buttons.toSorted((left, right) => RANK[left.style ?? 'plain'] - RANK[right.style ?? 'plain'])

function inRows(buttons: readonly Node[]): readonly Node[] {
  const size = buttons.length > ROW ? ROW_OF_MANY : ROW
  return Array.from({ length: Math.ceil(buttons.length / size) }, (_, row) => ({
    tag: 'column_set',
    flex_mode: 'flow',
    horizontal_spacing: '8px',
    background_style: 'default',
    columns: buttons
      .slice(row * size, row * size + size)
      .map((button) => ({ tag: 'column', width: 'auto', elements: [button] })),
  }))
}
