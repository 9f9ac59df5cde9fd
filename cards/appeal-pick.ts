import { type Button, buttons, type Card, type FormSpec, field, note, type Params } from './kit.ts'

export interface AppealPickFacts {
  readonly unit: string
  readonly year: number
  readonly form: { readonly name: string; readonly params: Params; readonly spec: FormSpec }
  readonly turns: readonly Button[]
  readonly back: Button
  /** How many are in the draft. */
  readonly drafted: number
  readonly lastDay: string
}

/** A page of deductions to appeal against: one reason for those that are ticked together. */
export function appealPickCard({ unit, year, form, turns, back, drafted, lastDay }: AppealPickFacts): Card {
  return {
    title: `提出申诉：${unit}`,
    subtitle: `${year}年度考核`,
    status: { text: `已选${drafted}条`, tone: drafted > 0 ? 'blue' : 'muted' },
    summary: `请选择要申诉的扣分并写明理由（${lastDay}前）`,
    elements: [
      note(
        `请在${lastDay}前由负责人报送。理由相同的扣分可以一起勾选；理由不同的请分次添加。佐证材料请先把图片或文件发到这里，再打开本页勾选。`,
      ),
      {
        tag: 'form',
        name: form.name,
        elements: form.spec.fields.map(field),
        buttons: [
          { text: form.spec.submit, style: 'primary', action: { submit: form.name, with: form.params } },
        ],
      },
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      buttons(back),
    ],
  }
}
