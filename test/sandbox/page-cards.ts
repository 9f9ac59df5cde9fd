/** Sample cards for the page's tests: those of cards.md 1.10, and one that holds every component. */

const plain = (content: string) => ({ tag: 'plain_text', content })
const callback = (value: object) => [{ type: 'callback', value }]
const tag = (text: string, color: string) => ({ tag: 'text_tag', text: plain(text), color })

const submit = (name: string, text: string, type: string, value: object, more: object = {}) => ({
  tag: 'column',
  width: 'auto',
  elements: [
    {
      tag: 'button',
      name,
      type,
      form_action_type: 'submit',
      text: plain(text),
      behaviors: callback(value),
      ...more,
    },
  ],
})

const row = (...columns: readonly object[]) => ({
  tag: 'column_set',
  flex_mode: 'none',
  horizontal_spacing: '8px',
  columns,
})

/** (a) A form with a draft button, and one field of each kind. */
export const goalForm = {
  schema: '2.0',
  config: {
    update_multi: true,
    width_mode: 'default',
    summary: { content: '请填写 2026 年重点目标（截止 4 月 30 日）' },
  },
  header: {
    title: plain('填写年度目标'),
    subtitle: plain('药学院 · 2026 年度'),
    template: 'blue',
    text_tag_list: [tag('待填写', 'orange')],
  },
  body: {
    elements: [
      { tag: 'markdown', content: '请在 **2026 年 4 月 30 日** 前填写，也可以先存草稿。' },
      {
        tag: 'form',
        name: 'goal_form',
        elements: [
          {
            tag: 'input',
            name: 'title',
            required: true,
            max_length: 60,
            width: 'fill',
            label: plain('目标名称'),
            placeholder: plain('一句话说明要做成什么'),
          },
          {
            tag: 'input',
            name: 'detail',
            input_type: 'multiline_text',
            rows: 3,
            max_length: 500,
            width: 'fill',
            label: plain('评价标准'),
            placeholder: plain('做到什么程度算完成'),
          },
          {
            tag: 'select_static',
            name: 'kind',
            required: true,
            width: 'fill',
            placeholder: plain('请选择目标类型'),
            options: [
              { text: plain('定量：有指标和目标值'), value: 'quantified' },
              { text: plain('定性：写明完成时能看到什么'), value: 'qualitative' },
            ],
          },
          {
            tag: 'multi_select_static',
            name: 'aims',
            width: 'fill',
            placeholder: plain('服务于哪几项年度工作要点'),
            options: ['一流学科建设', '人才队伍建设', '科研成果转化', '本科教学质量'].map((text, at) => ({
              text: plain(text),
              value: `p${at + 1}`,
            })),
          },
          { tag: 'date_picker', name: 'due', required: true, width: 'fill', placeholder: plain('完成时限') },
          { tag: 'picker_time', name: 'hour', width: 'fill', initial_time: '11:30' },
          {
            tag: 'select_person',
            name: 'owner',
            width: 'fill',
            placeholder: plain('负责人'),
            options: [{ value: 'ou_p2' }, { value: 'ou_p3' }],
          },
          row(
            submit('send', '提交', 'primary_filled', { a: 'goal.submit', id: 'g1', v: 3 }),
            submit('draft', '存草稿', 'default', { a: 'goal.draft', id: 'g1', v: 3 }),
          ),
        ],
      },
    ],
  },
}

/** (b) A review: comment and two submit buttons, the second asks first. */
export const reviewCard = {
  schema: '2.0',
  config: { update_multi: true, summary: { content: '待审核：计算机学院 2026 年目标' } },
  header: {
    title: plain('年度目标审核'),
    subtitle: plain('计算机学院 · 第 2 次提交'),
    template: 'default',
    text_tag_list: [tag('待处理', 'yellow')],
  },
  body: {
    elements: [
      { tag: 'markdown', content: '**目标 3 项** · 截止 2026-04-30' },
      {
        tag: 'column_set',
        flex_mode: 'bisect',
        columns: ['重点目标 1 项\n权重 **25%**', '专项目标 2 项\n权重 **15%**'].map((content) => ({
          tag: 'column',
          width: 'weighted',
          weight: 1,
          background_style: 'grey',
          elements: [{ tag: 'markdown', content }],
        })),
      },
      {
        tag: 'collapsible_panel',
        expanded: false,
        border: { color: 'grey' },
        header: { title: plain('查看全部目标') },
        elements: [
          {
            tag: 'markdown',
            content: '1. 新增省级以上科研平台 1 个\n2. 建成智慧教学实验室\n3. 博士学位教师占比达到 **72%**',
          },
        ],
      },
      {
        tag: 'form',
        name: 'review',
        elements: [
          {
            tag: 'input',
            name: 'comment',
            input_type: 'multiline_text',
            rows: 2,
            max_length: 500,
            width: 'fill',
            placeholder: plain('意见（退回时必填）'),
          },
          row(
            submit('ok', '同意', 'primary_filled', { a: 'goal.approve', id: 's7', v: 5 }),
            submit(
              'no',
              '退回',
              'danger',
              { a: 'goal.return', id: 's7', v: 5 },
              {
                confirm: { title: plain('确认退回？'), text: plain('单位将收到意见并重新填报。') },
              },
            ),
          ),
        ],
      },
    ],
  },
}

/** (c) What stands in the place of a decided card. */
export const decidedCard = (words: string) => ({
  schema: '2.0',
  config: { update_multi: true, summary: { content: words } },
  header: { title: plain('年度目标审核'), template: 'green', text_tag_list: [tag('已办理', 'green')] },
  body: {
    elements: [
      { tag: 'markdown', content: '**目标 3 项** · 截止 2026-04-30' },
      { tag: 'markdown', text_size: 'notation', content: `<font color='grey'>${words}</font>` },
    ],
  },
})

const units = [
  '计算机学院',
  '药学院',
  '文学院',
  '口腔医学院',
  '马克思主义学院',
  '外国语学院',
  '体育学院',
  '护理学院',
  '人事处',
  '教务处',
  '保卫处',
  '图书馆',
]

/** (d) The dashboard: a chart and a table with pages at the root. */
export const dashboard = {
  schema: '2.0',
  config: {
    width_mode: 'fill',
    update_multi: true,
    summary: { content: '全校进度：12 个单位，3 个需要关注' },
  },
  header: { title: plain('年度目标看板'), subtitle: plain('截至 3 月 2 日'), template: 'blue' },
  body: {
    elements: [
      {
        tag: 'column_set',
        flex_mode: 'none',
        horizontal_spacing: '8px',
        columns: [
          ['12', '单位'],
          ['86%', '平均进度'],
          ['3', '需要关注'],
        ].map(([figure, words]) => ({
          tag: 'column',
          width: 'weighted',
          weight: 1,
          background_style: 'blue',
          elements: [
            { tag: 'markdown', text_align: 'center', content: `**${figure}**`, text_size: 'heading-2' },
            {
              tag: 'markdown',
              text_align: 'center',
              text_size: 'notation',
              content: `<font color='grey'>${words}</font>`,
            },
          ],
        })),
      },
      {
        tag: 'chart',
        aspect_ratio: '16:9',
        color_theme: 'brand',
        chart_spec: {
          type: 'bar',
          direction: 'horizontal',
          title: { visible: true, text: '各单位完成进度（%）' },
          data: [{ id: 'd', values: units.slice(0, 8).map((unit, at) => ({ unit, pct: 92 - at * 6 })) }],
          xField: 'pct',
          yField: 'unit',
          label: { visible: true },
        },
      },
      {
        tag: 'table',
        page_size: 5,
        row_height: 'low',
        freeze_first_column: true,
        header_style: { bold: true, background_style: 'grey' },
        columns: [
          { name: 'unit', display_name: '单位', data_type: 'text' },
          { name: 'score', display_name: '得分', data_type: 'number', format: { precision: 2 } },
          { name: 'state', display_name: '状态', data_type: 'options' },
          { name: 'due', display_name: '截止', data_type: 'date', date_format: 'YYYY/MM/DD' },
          { name: 'note', display_name: '说明', data_type: 'lark_md' },
        ],
        rows: units.map((unit, at) => ({
          unit,
          score: 91.25 - at * 1.5,
          state: [at % 4 === 3 ? { text: '滞后', color: 'red' } : { text: '正常', color: 'green' }],
          due: 1777478400000,
          note: at % 4 === 3 ? "<font color='red'>**两项**逾期</font>" : '按计划推进',
        })),
      },
    ],
  },
}

/** Every other component once, words that want to be markup, and a component that nobody knows. */
export const gallery = {
  schema: '2.0',
  config: { update_multi: true, summary: { content: '全部组件' } },
  header: {
    title: plain('全部组件 <b>不是标签</b>'),
    subtitle: plain('副标题'),
    template: 'turquoise',
    text_tag_list: [tag('一', 'blue'), tag('二', 'violet')],
  },
  body: {
    elements: [
      {
        tag: 'markdown',
        content:
          "### 标题三\n普通 **粗体** *斜体* ~~删除~~ `代码` <font color='red'>红<font color='blue'>蓝</font>红</font>\n- 列表一\n  - 列表二\n1. 第一\n\n<at id=ou_p2></at> <person id='ou_p3'></person> <text_tag color='green'>标签</text_tag> <number_tag>7</number_tag>\n[链接](https://example.edu.cn/a) <br>转义 &#42;&#42;星号&#42;&#42; &#60;b&#62;",
      },
      { tag: 'hr' },
      {
        tag: 'div',
        text: {
          tag: 'plain_text',
          content: '<img src=x onerror="window.hacked=1"> **不加粗**',
          text_size: 'notation',
          text_color: 'grey',
        },
      },
      {
        tag: 'markdown',
        content:
          '<img src=x onerror="window.hacked=2"><script>window.hacked=3</script> [点](javascript:alert(1))',
      },
      {
        tag: 'div',
        fields: [
          { is_short: true, text: { tag: 'lark_md', content: '**单位**\n药学院' } },
          { is_short: true, text: { tag: 'lark_md', content: '**权重**\n25%' } },
        ],
      },
      { tag: 'person', user_id: 'ou_p2', show_name: true },
      {
        tag: 'person_list',
        persons: [{ id: 'ou_p2' }, { id: 'ou_p3' }, { id: 'ou_nobody' }],
        show_name: true,
      },
      { tag: 'img', img_key: 'img_1', alt: plain('图') },
      {
        tag: 'interactive_container',
        has_border: true,
        behaviors: callback({ a: 'open' }),
        elements: [{ tag: 'markdown', content: '**整块可点** · 查看药学院的目标' }],
      },
      {
        tag: 'select_static',
        placeholder: plain('换一个单位看'),
        behaviors: callback({ a: 'pick' }),
        options: [
          { text: plain('药学院'), value: 'u1' },
          { text: plain('文学院'), value: 'u2' },
        ],
      },
      { tag: 'checker', text: plain('已阅读通知'), checked: false, behaviors: callback({ a: 'tick' }) },
      { tag: 'picker_datetime', placeholder: plain('会议时间'), behaviors: callback({ a: 'when' }) },
      {
        tag: 'column_set',
        flex_mode: 'flow',
        columns: [
          'default',
          'primary',
          'danger',
          'text',
          'primary_text',
          'danger_text',
          'primary_filled',
          'danger_filled',
          'laser',
        ].map((type) => ({
          tag: 'column',
          width: 'auto',
          elements: [{ tag: 'button', type, text: plain(type), behaviors: callback({ a: type }) }],
        })),
      },
      { tag: 'button', text: plain('不可用'), disabled: true, disabled_tips: plain('本阶段已结束') },
      {
        tag: 'overflow',
        options: [
          { text: plain('撤回'), value: 'withdraw' },
          { text: plain('导出'), value: 'export' },
        ],
        behaviors: callback({ a: 'more' }),
      },
      { tag: 'hologram', content: '?' },
    ],
  },
}
