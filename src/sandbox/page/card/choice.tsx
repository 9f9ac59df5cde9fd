/** Fields that choose: one of a list, several, a person, or a tick. Source: cards.md 1.4, 2.2. */
import type { Drawer, Drawing, Drawn } from './drawing.ts'
import { Field } from './field.tsx'
import { childOf, childrenOf, flagOf, numberOf, type Part, stringOf, stringsOf, wordsOf } from './part.ts'
import { tapAttributes } from './tap.ts'
import { Wording } from './wording.tsx'

interface Option {
  readonly value: string
  readonly text: string
}

type OptionsOf = (part: Part, drawing: Drawing) => readonly Option[]

const listed: OptionsOf = (part) =>
  childrenOf(part, 'options').map((option) => ({
    value: stringOf(option, 'value') ?? '',
    text: wordsOf(option, 'text'),
  }))

const people: OptionsOf = (part, drawing) =>
  childrenOf(part, 'options').map((option) => {
    const openId = stringOf(option, 'value') ?? ''
    return { value: openId, text: drawing.nameOf(openId) ?? '未知用户' }
  })

const select =
  (optionsOf: OptionsOf): Drawer =>
  (part, drawing) => {
    const options = optionsOf(part, drawing)
    const chosen =
      stringOf(part, 'initial_option') ?? options[(numberOf(part, 'initial_index') ?? 0) - 1]?.value
    return (
      <Field part={part} kind="one" drawing={drawing}>
        <select
          disabled={flagOf(part, 'disabled')}
          aria-label={wordsOf(part, 'label') || placeholderOf(part)}
        >
          <option value="">{placeholderOf(part)}</option>
          {options.map((option) => (
            <option value={option.value} selected={option.value === chosen}>
              {option.text}
            </option>
          ))}
        </select>
      </Field>
    )
  }

const multiSelect =
  (optionsOf: OptionsOf): Drawer =>
  (part, drawing) => {
    const chosen = new Set(stringsOf(part, 'selected_values'))
    const options = optionsOf(part, drawing)
    return (
      <Field part={part} kind="many" drawing={drawing}>
        <details class="multi popup">
          <summary data-placeholder={placeholderOf(part)}>
            <ChosenTags
              options={options.filter((option) => chosen.has(option.value))}
              empty={placeholderOf(part)}
            />
          </summary>
          <span class="popup-list">
            {options.map((option) => (
              <label class="choice">
                <input type="checkbox" value={option.value} checked={chosen.has(option.value)} />
                <span>{option.text}</span>
              </label>
            ))}
          </span>
        </details>
      </Field>
    )
  }

/** `client/form.js` redraws these tags when the choice changes. */
function ChosenTags({ options, empty }: { options: readonly Option[]; empty: string }): Drawn {
  if (options.length === 0) return <span class="placeholder">{empty}</span>
  const tags = options.map((option) => <span class="tag tag-neutral">{option.text}</span>)
  return <span class="chosen">{tags}</span>
}

const placeholderOf = (part: Part): string => wordsOf(part, 'placeholder') || '请选择'

export const drawSelect = select(listed)
export const drawSelectPerson = select(people)
export const drawMultiSelect = multiSelect(listed)
export const drawMultiSelectPerson = multiSelect(people)

export const drawChecker: Drawer = (part, drawing) => (
  <label
    class={`checker${flagOf(childOf(part, 'checked_style'), 'show_strikethrough') ? ' strikes' : ''}`}
    data-field={drawing.inForm ? (stringOf(part, 'name') ?? '') : undefined}
    data-kind="tick"
    {...(drawing.inForm ? {} : tapAttributes(part, 'checker'))}
  >
    <input type="checkbox" checked={flagOf(part, 'checked')} disabled={flagOf(part, 'disabled')} />
    <span class="checker-text">
      <Wording text={childOf(part, 'text')} drawing={drawing} />
    </span>
  </label>
)
