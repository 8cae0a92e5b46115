import { texts } from '../ui/texts';

export const SURVEY_TEXTS = texts(
  {
    title: '满意度问卷',
    question: '您对这项工作满意吗？',
    about: '{{ county }} · 调查对象：{{ audience }}',
    anonymous:
      '本问卷不记名。系统只保存您的选择和填写的日期，不记录姓名、网络地址和具体时间，也不记录由哪个链接填写。每个链接只能填写一次。',
    until: '{{ day }}截止。',
    choice: { 1: '非常不满意', 2: '不满意', 3: '一般', 4: '满意', 5: '非常满意' },
    missing: '这道题还没有选择，请选一项。',
    send: '提交',
    sending: '正在提交…',
    done: '已提交，感谢您的参与。',
    doneHint: '可以关闭本页。',
  },
  {
    title: 'Satisfaction survey',
    question: 'Are you satisfied with this work?',
    about: '{{ county }} · asked: {{ audience }}',
    anonymous:
      'This survey is anonymous. Your choices and the day are kept, and nothing else: no name, no network address, no time, and not by which link they came. Each link is answered once.',
    until: 'Until {{ day }}.',
    choice: { 1: 'Very dissatisfied', 2: 'Dissatisfied', 3: 'Neither', 4: 'Satisfied', 5: 'Very satisfied' },
    missing: 'This question has no answer yet: choose one.',
    send: 'Send',
    sending: 'Sending…',
    done: 'Sent. Thank you.',
    doneHint: 'You may close this page.',
  },
);
