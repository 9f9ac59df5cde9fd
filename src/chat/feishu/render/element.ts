import type { Element } from '../../../../cards/kit.ts'
import { renderButtons, renderFormButtons, sends } from './buttons.ts'
import { renderChart } from './chart.ts'
import { renderField } from './field.ts'
import { renderFields, renderPeople } from './fields.ts'
import type { Limits } from './limits.ts'
import { renderTable } from './table.ts'
import { type Node, plainLine, plainText, renderText } from './text.ts'

type Fold = Extract<Element, { tag: 'fold' }>
type Form = Extract<Element, { tag: 'form' }>

/**
 * An element of the kit as the nodes that Feishu draws for it, in their order. `inForm` begins the names that
 * buttons need within a form.
 */
export function renderElement(element: Element, limits: Limits, inForm?: string): readonly Node[] {
  switch (element.tag) {
    case 'text':
      return element.spans.length === 0 ? [] : [renderText(element.spans, element.size ?? 'normal', limits)]
    case 'fields':
      return renderFields(element, limits)
    case 'people':
      return renderPeople(element, limits)
    case 'table':
      return renderTable(element, limits)
    case 'chart':
      return [renderChart(element.chart, limits)]
    case 'divider':
      return [{ tag: 'hr' }]
    case 'buttons':
      return inForm === undefined
        ? renderButtons(element.buttons, limits)
        : renderFormButtons(inForm, element.buttons, limits)
    case 'fold':
      return renderFold(element, limits, inForm)
    case 'form':
      return [renderForm(element, limits)]
  }
}

/** A panel that opens at a tap. Feishu takes tables at the root only, so a table inside follows its panel (cards 1.3). */
function renderFold(fold: Fold, limits: Limits, inForm?: string): readonly Node[] {
  const nodes = fold.elements.flatMap((element, position) =>
    renderElement(element, limits, inForm === undefined ? undefined : `${inForm}_${position + 1}`),
  )
  const tables = nodes.filter((node) => node.tag === 'table')
  const inside = nodes.filter((node) => node.tag !== 'table')
  const empty = plainLine(tables.length === 0 ? '（无内容）' : '见下表。', 'muted', 'normal', limits)
  const panel = {
    tag: 'collapsible_panel',
    expanded: fold.open === true,
    header: {
      title: plainText(fold.title, limits),
      icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined' },
      icon_position: 'follow_text',
      icon_expanded_angle: -180,
    },
    border: { color: 'grey', corner_radius: '6px' },
    padding: '8px',
    elements: inside.length === 0 ? [empty] : inside,
  }
  return [panel, ...tables]
}

/**
 * A form. The client checks `required` at every submit, so a form that can be kept as a draft or be sent in
 * more than one way leaves the check to the service (cards 6, rule 23).
 */
function renderForm(form: Form, limits: Limits): Node {
  const required =
    form.buttons.filter(sends).length === 1 && !form.buttons.some((button) => 'keep' in button.action)
  return {
    tag: 'form',
    name: form.name,
    elements: [
      ...form.elements.flatMap((element, position) =>
        element.tag === 'field'
          ? renderField(element.field, required, limits)
          : renderElement(element, limits, `${form.name}_${position + 1}`),
      ),
      ...renderFormButtons(form.name, form.buttons, limits),
    ],
  }
}
