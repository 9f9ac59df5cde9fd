/** Fields that are typed or picked from a calendar, and the frame around every field. Source: cards.md 1.4, 2.2. */
import type { Child } from 'hono/jsx'
import type { Drawer, Drawing, Drawn } from './drawing.ts'
import { flagOf, numberOf, type Part, stringOf, wordsOf } from './part.ts'
import { pixels } from './style.ts'
import { tapAttributes } from './tap.ts'

/** How `client/form.js` reads the field's value. */
export type FieldKind = 'text' | 'one' | 'many' | 'date' | 'time' | 'datetime' | 'tick'

interface FrameProps {
  readonly part: Part
  readonly kind: FieldKind
  readonly drawing: Drawing
  readonly children: Child
}

/** The label above or at the left, the mark of a required field, and the hint for one left empty. */
export function Field({ part, kind, drawing, children }: FrameProps): Drawn {
  const label = wordsOf(part, 'label')
  const required = drawing.inForm && flagOf(part, 'required')
  const width = stringOf(part, 'width')
  return (
    <div
      class={`field${stringOf(part, 'label_position') === 'left' ? ' label-left' : ''}${width === 'fill' ? ' wide' : ''}`}
      style={pixels(width) && `width:${width}`}
      data-field={drawing.inForm ? (stringOf(part, 'name') ?? '') : undefined}
      data-kind={kind}
      data-required={required ? 'true' : undefined}
      {...(drawing.inForm ? {} : tapAttributes(part, stringOf(part, 'tag') ?? ''))}
    >
      {label !== '' && <span class={required ? 'field-label required' : 'field-label'}>{label}</span>}
      <span class="field-control">
        {children}
        <span class="field-hint" role="alert" />
      </span>
    </div>
  )
}

export const drawInput: Drawer = (part, drawing) => {
  const shared = {
    placeholder: wordsOf(part, 'placeholder') || '请输入',
    maxlength: numberOf(part, 'max_length') ?? 1000,
    disabled: flagOf(part, 'disabled'),
    'aria-label': wordsOf(part, 'label') || wordsOf(part, 'placeholder') || '输入框',
  }
  const initial = stringOf(part, 'default_value') ?? ''
  return (
    <Field part={part} kind="text" drawing={drawing}>
      {stringOf(part, 'input_type') === 'multiline_text' ? (
        <>
          <textarea {...shared} rows={numberOf(part, 'rows') ?? 5}>
            {initial}
          </textarea>
          <span class="counter">
            {[...initial].length}/{shared.maxlength}
          </span>
        </>
      ) : (
        <input
          {...shared}
          type={stringOf(part, 'input_type') === 'password' ? 'password' : 'text'}
          value={initial}
        />
      )}
    </Field>
  )
}

/** `client/calendar.js` opens a calendar, a clock or both when the field is clicked. */
const picker =
  (kind: 'date' | 'time' | 'datetime', initialKey: string): Drawer =>
  (part, drawing) => (
    <Field part={part} kind={kind} drawing={drawing}>
      <input
        type="text"
        readonly
        class={kind === 'time' ? 'picks-time' : 'picks-date'}
        data-pick={kind}
        value={stringOf(part, initialKey) ?? ''}
        placeholder={wordsOf(part, 'placeholder') || '请选择'}
        disabled={flagOf(part, 'disabled')}
        aria-label={wordsOf(part, 'label') || wordsOf(part, 'placeholder') || '请选择'}
        aria-haspopup="dialog"
      />
    </Field>
  )

export const drawDatePicker = picker('date', 'initial_date')
export const drawTimePicker = picker('time', 'initial_time')
export const drawDatetimePicker = picker('datetime', 'initial_datetime')
