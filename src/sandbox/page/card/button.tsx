/** Buttons and the overflow menu. Source: cards.md 1.4. */
import type { Drawer } from './drawing.ts'
import { childrenOf, flagOf, stringOf, wordsOf } from './part.ts'
import { pixels } from './style.ts'
import { tapAttributes } from './tap.ts'

const types = new Set(
  'default primary danger text primary_text danger_text primary_filled danger_filled laser'.split(' '),
)

export const drawButton: Drawer = (part, drawing) => {
  const type = stringOf(part, 'type') ?? 'default'
  const size = stringOf(part, 'size') ?? 'medium'
  const formAction = drawing.inForm ? stringOf(part, 'form_action_type') : undefined
  const width = stringOf(part, 'width')
  return (
    <button
      type="button"
      class={`button ${types.has(type) ? type : 'default'} ${size}${width === 'fill' ? ' wide' : ''}`}
      style={pixels(width) && `width:${width}`}
      disabled={flagOf(part, 'disabled')}
      title={flagOf(part, 'disabled') ? wordsOf(part, 'disabled_tips') : wordsOf(part, 'hover_tips')}
      data-form-action={formAction}
      {...tapAttributes(part, 'button', formAction === 'submit')}
    >
      {wordsOf(part, 'text')}
    </button>
  )
}

export const drawOverflow: Drawer = (part) => (
  <details class="overflow popup">
    <summary class="button default small" aria-label="更多">
      ···
    </summary>
    <div class="popup-list">
      {childrenOf(part, 'options').map((option) => (
        <button
          type="button"
          data-option={stringOf(option, 'value') ?? ''}
          {...tapAttributes(part, 'overflow', true)}
        >
          {wordsOf(option, 'text')}
        </button>
      ))}
    </div>
  </details>
)
