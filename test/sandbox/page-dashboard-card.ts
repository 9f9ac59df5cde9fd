/** A board with a chart and a table. */
import { plain } from './page-cards.ts'

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
