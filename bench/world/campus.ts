/** Feishu's API of the sandbox for the contacts of the university. */
import { type Campus, createCampus } from '../../src/sandbox/campus.ts'
import type { CampusOptions } from '../../src/sandbox/options.ts'
import { APP } from './app.ts'
import { CONTACTS, placeOf } from './university.ts'

export function openCampus(
  options: Pick<CampusOptions, 'limits' | 'ids'> & { readonly now: () => number },
): Campus {
  const { now, ...rest } = options
  const people = Array.from({ length: CONTACTS }, (_, n) => {
    const { contact, openId, unit } = placeOf(n)
    return {
      openId,
      unionId: `on_${contact}`,
      name: `第${unit}学院 联络员`,
      title: '联络员',
      unit: `第${unit}学院`,
      employeeNo: contact,
      mobile: `138${String(n).padStart(8, '0')}`,
      email: `${contact.toLowerCase()}@campus.test`,
    }
  })
  const clock = { now, moveDays() {} }
  return createCampus({ ...rest, people, app: APP, webhookUrl: '', clock, menu: [] })
}
