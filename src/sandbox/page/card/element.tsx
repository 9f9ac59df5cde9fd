/** Which component is drawn by whom. Source: cards.md 1.2–1.4. */
import { drawButton, drawOverflow } from './button.tsx'
import {
  drawChecker,
  drawMultiSelect,
  drawMultiSelectPerson,
  drawSelect,
  drawSelectPerson,
} from './choice.tsx'
import { drawColumnSet, drawForm, drawInteractive, drawPanel } from './container.tsx'
import { drawChart, drawImage, drawImages, drawPerson, drawPersonList, drawRule } from './content.tsx'
import type { Drawer } from './drawing.ts'
import { drawDatePicker, drawDatetimePicker, drawInput, drawTimePicker } from './field.tsx'
import { stringOf } from './part.ts'
import { css, spacing } from './style.ts'
import { drawTable } from './table.tsx'
import { drawDiv, drawMarkdown } from './wording.tsx'

const drawers: ReadonlyMap<string, Drawer> = new Map([
  ['markdown', drawMarkdown],
  ['div', drawDiv],
  ['hr', drawRule],
  ['img', drawImage],
  ['img_combination', drawImages],
  ['person', drawPerson],
  ['person_list', drawPersonList],
  ['chart', drawChart],
  ['table', drawTable],
  ['column_set', drawColumnSet],
  ['collapsible_panel', drawPanel],
  ['interactive_container', drawInteractive],
  ['form', drawForm],
  ['button', drawButton],
  ['overflow', drawOverflow],
  ['input', drawInput],
  ['select_static', drawSelect],
  ['multi_select_static', drawMultiSelect],
  ['select_person', drawSelectPerson],
  ['multi_select_person', drawMultiSelectPerson],
  ['date_picker', drawDatePicker],
  ['picker_time', drawTimePicker],
  ['picker_datetime', drawDatetimePicker],
  ['checker', drawChecker],
])

/** Any component; one that this client does not know is a grey box with its tag, as in a client that is too old. */
export const drawElement: Drawer = (part, drawing) => {
  const tag = stringOf(part, 'tag') ?? '（没有 tag）'
  const draw = drawers.get(tag)
  return (
    <div
      class={`element element-${draw === undefined ? 'unknown' : tag}`}
      style={css({ margin: spacing(part.margin) })}
    >
      {draw === undefined ? <div class="unknown">当前版本暂不支持此内容：{tag}</div> : draw(part, drawing)}
    </div>
  )
}
