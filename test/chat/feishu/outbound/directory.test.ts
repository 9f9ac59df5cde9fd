/** The directory is read whole, page by page, or not at all. */
import { describe, expect, test } from 'vitest'
import { connect, faultOf } from './connection.ts'
import { type Answer, type Call, happy } from './stub.ts'

type Listed = { readonly [field: string]: unknown }

const user = (number: number, more: Listed = {}): Listed => ({
  open_id: `ou_${number}`,
  name: `教师${number}`,
  employee_no: `T${number}`,
  mobile: `+861380000${String(number).padStart(4, '0')}`,
  status: { is_frozen: false, is_resigned: false, is_activated: true },
  ...more,
})
const department = (id: string, parent = '0'): Listed => ({
  open_department_id: id,
  name: `部门${id}`,
  parent_department_id: parent,
})

/** A page of a list by an opaque token. */
function paged(call: Call, all: readonly Listed[]): Answer {
  const query = new URL(call.url, 'http://x').searchParams
  const size = Number(query.get('page_size'))
  const from = Number(query.get('page_token')?.replace('token-', '') ?? 0)
  const more = from + size < all.length
  const turn = more ? { has_more: true, page_token: `token-${from + size}` } : { has_more: false }
  return { body: { code: 0, data: { ...turn, items: all.slice(from, from + size) } } }
}

const departmentOf = (call: Call): string =>
  new URL(call.url, 'http://x').searchParams.get('department_id') ?? ''

/** A university that the app sees whole. */
const university =
  (departments: readonly Listed[], members: (id: string) => readonly Listed[]) =>
  (call: Call): Answer => {
    if (call.url.includes('/departments/0/children')) return paged(call, departments)
    if (call.url.includes('/users/find_by_department')) return paged(call, members(departmentOf(call)))
    return happy(call)
  }

const LIMITED: Answer = {
  status: 429,
  headers: { 'x-ogw-ratelimit-reset': '7' },
  body: { code: 99991400, msg: 'request trigger frequency limit' },
}

describe('a directory that the app sees whole', () => {
  test('has every department and everybody once, in our words', async () => {
    const members = (id: string) =>
      ({
        '0': [user(1, { status: { is_activated: false } })],
        'od-a': [
          user(2, {
            department_ids: ['od-b', 'od-a'],
            orders: [{ department_id: 'od-a', is_primary_dept: true }],
          }),
        ],
        'od-b': [user(2, { department_ids: ['od-b', 'od-a'] }), user(3, { status: { is_frozen: true } })],
      })[id] ?? []
    const { platform } = await connect(university([department('od-a'), department('od-b', 'od-a')], members))
    const found = await platform.listDirectory()
    expect(found.whole).toBe(true)
    expect(found.departments).toEqual([
      { id: 'od-a', name: '部门od-a', parent: null },
      { id: 'od-b', name: '部门od-b', parent: 'od-a' },
    ])
    expect(found.people.map((one) => [one.openId, one.status, one.departments])).toEqual([
      ['ou_1', 'unactivated', []],
      ['ou_2', 'active', ['od-a', 'od-b']],
      ['ou_3', 'frozen', ['od-b']],
    ])
    expect(found.people[1]).toMatchObject({ name: '教师2', number: 'T2', mobile: '13800000002', email: null })
  })

  test('of 10,000 people in 300 departments is read in some hundred calls, in pages of fifty', async () => {
    const departments = Array.from({ length: 300 }, (_, at) => department(`od-${at}`))
    const members = (id: string) =>
      Array.from({ length: 34 }, (_, at) => user(Number(id.slice(3)) * 34 + at)).slice(0, id === '0' ? 0 : 34)
    const { platform, calls } = await connect(university(departments, members))
    let pages = 0
    const found = await platform.listDirectory(async () => {
      pages += 1
    })
    expect([found.people.length, found.departments.length, pages]).toEqual([10_200, 300, 307])
    expect(calls.filter((call) => call.url.includes('/contact/'))).toHaveLength(307)
    expect(calls.every((call) => !call.url.includes('/contact/') || call.url.includes('page_size=50'))).toBe(
      true,
    )
  }, 60_000)

  test('a limit in the middle is waited for as long as the platform says, and nothing is lost', async () => {
    const waits: number[] = []
    const people = Array.from({ length: 120 }, (_, at) => user(at))
    const serve = university([department('od-a')], (id) => (id === 'od-a' ? people : []))
    const { platform } = await connect(
      (call) => {
        const isSecond = call.url.includes('token-50')
        return isSecond && waits.length < 3 ? LIMITED : serve(call)
      },
      fetch,
      async (ms) => void waits.push(ms),
    )
    expect((await platform.listDirectory()).people).toHaveLength(120)
    expect(waits).toEqual([7000, 7000, 7000])
  })

  test('a limit of an hour is not waited for: the read is given up', async () => {
    const hour = { ...LIMITED, headers: { 'x-ogw-ratelimit-reset': '3600' } }
    const { platform } = await connect((call) => (call.url.includes('/contact/') ? hour : happy(call)))
    expect((await faultOf(platform.listDirectory())).kind).toBe('rate-limited')
  })

  test('a fault that passes is tried again, one that stays is the fault of the whole', async () => {
    let faults = 0
    const serve = university([department('od-a')], () => [user(1)])
    const waits: number[] = []
    const failing = (most: number) => (call: Call) => {
      if (!call.url.includes('find_by_department') || faults >= most) return serve(call)
      faults += 1
      return { status: 502, body: '<html>bad gateway' }
    }
    const patient = async (ms: number): Promise<void> => void waits.push(ms)
    const passing = await connect(failing(2), fetch, patient)
    expect((await passing.platform.listDirectory()).people).toHaveLength(1)
    faults = 0
    const staying = await connect(failing(Number.POSITIVE_INFINITY), fetch, patient)
    expect((await faultOf(staying.platform.listDirectory())).kind).toBe('unreachable')
    expect(Math.max(...waits)).toBeLessThanOrEqual(4000)
  })

  test.each<[string, unknown]>([
    ['a page without word of the next', { items: [user(1)] }],
    ['more to come, and no token', { items: [user(1)], has_more: true }],
    ['a list that is none', { items: { a: 1 }, has_more: false }],
    ['a person without an id', { items: [{ name: '无名' }], has_more: false }],
    ['items that are no objects', { items: ['ou_1'], has_more: false }],
    ['pages that lead in a circle', { items: [user(1)], has_more: true, page_token: 'again' }],
    ['no data', undefined],
  ])('%s is a fault, and nobody passes for gone', async (_what, data) => {
    const serve = university([department('od-a')], () => [user(1)])
    const { platform } = await connect(
      (call) => (departmentOf(call) === 'od-a' ? { body: { code: 0, data } } : serve(call)),
      fetch,
      async () => {},
    )
    expect((await faultOf(platform.listDirectory())).kind).toBe('unreachable')
  })

  test('a department too large to be read with all below is read level by level', async () => {
    const below: { readonly [id: string]: readonly Listed[] } = {
      '0': [department('od-a')],
      'od-a': [department('od-b', 'od-a')],
    }
    const { platform } = await connect((call) => {
      const id = /departments\/([^/]+)\/children/.exec(call.url)?.[1]
      if (id === undefined)
        return call.url.includes('find_by')
          ? paged(call, [user(Number(departmentOf(call) === 'od-b'))])
          : happy(call)
      if (call.url.includes('fetch_child=true') && id === '0')
        return { status: 400, body: { code: 43010, msg: 'big dept' } }
      if (call.url.includes('fetch_child=true')) return paged(call, below[id] ?? [])
      return paged(call, below[id] ?? [])
    })
    expect((await platform.listDirectory()).departments.map((one) => one.id)).toEqual(['od-a', 'od-b'])
  })
})

describe('a directory that the app sees in part', () => {
  const part = (call: Call): Answer => {
    if (call.url.includes('/departments/0/children'))
      return { status: 403, body: { code: 40004, msg: 'no dept authority error' } }
    if (call.url.includes('/scopes'))
      return {
        body: {
          code: 0,
          data: { department_ids: ['od-a'], user_ids: ['ou_9'], group_ids: [], has_more: false },
        },
      }
    if (call.url.includes('/departments/batch'))
      return { body: { code: 0, data: { items: [department('od-a')] } } }
    if (call.url.includes('/departments/od-a/children')) return paged(call, [department('od-b', 'od-a')])
    if (call.url.includes('/users/batch')) return { body: { code: 0, data: { items: [user(9)] } } }
    if (call.url.includes('find_by_department'))
      return paged(call, [user(departmentOf(call) === 'od-a' ? 1 : 2)])
    return happy(call)
  }

  test('is read as far as the range goes, and says that it is not whole', async () => {
    const { platform, calls } = await connect(part)
    const found = await platform.listDirectory()
    expect(found.whole).toBe(false)
    expect(found.departments.map((one) => one.id)).toEqual(['od-a', 'od-b'])
    expect(found.people.map((one) => [one.openId, one.departments])).toEqual([
      ['ou_1', ['od-a']],
      ['ou_2', ['od-b']],
      ['ou_9', []],
    ])
    expect(calls.some((call) => call.url.includes('user_ids=ou_9'))).toBe(true)
  })

  test('a missing scope names the scopes that would do, and is not tried again', async () => {
    const msg =
      'Access denied. One of the following scopes is required: [contact:contact.base:readonly, contact:contact:readonly].应用尚未开通所需的应用身份权限'
    const { platform, calls } = await connect((call) =>
      call.url.includes('/contact/') ? { status: 400, body: { code: 99991672, msg } } : happy(call),
    )
    expect(await faultOf(platform.listDirectory())).toMatchObject({
      kind: 'credentials',
      scopes: ['contact:contact.base:readonly', 'contact:contact:readonly'],
    })
    expect(calls.filter((call) => call.url.includes('/contact/'))).toHaveLength(1)
  })
})
