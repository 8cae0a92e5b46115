import { enlarge } from './enlarge';

describe('a chart in large letters', () => {
  const option = {
    grid: { left: 0, right: 58, top: 30, containLabel: true },
    tooltip: { trigger: 'axis' },
    xAxis: { min: 0, max: 100, axisLabel: { fontSize: 12, hideOverlap: true } },
    series: [
      {
        type: 'scatter',
        symbolSize: [4, 20],
        lineStyle: { width: 3 },
        data: [null, 30, [12, 0], { value: [8, 1], row: 1, label: { fontSize: 10, distance: 4 } }],
      },
    ],
  };

  it('has larger letters and the room for them, and the same figures', () => {
    expect(enlarge(option, 1.5)).toEqual({
      grid: { left: 0, right: 87, top: 45, containLabel: true },
      tooltip: { trigger: 'axis', textStyle: { fontSize: 21 } },
      xAxis: { min: 0, max: 100, axisLabel: { fontSize: 18, hideOverlap: true } },
      series: [
        {
          type: 'scatter',
          symbolSize: [6, 30],
          lineStyle: { width: 3 },
          data: [null, 30, [12, 0], { value: [8, 1], row: 1, label: { fontSize: 15, distance: 6 } }],
        },
      ],
    });
  });

  it('is the chart itself in letters of the usual size', () => {
    expect(enlarge(option, 1)).toBe(option);
  });
});
