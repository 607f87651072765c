import type { PlayerMessages } from './messages.ts';

export default {
  play: 'تشغيل',
  playFrom: 'تشغيل ابتداءً من {time}',
  loading: 'جارٍ التحميل',
  previousSpeaker: 'المتكلم السابق',
  nextSpeaker: 'المتكلم التالي',
  speed: 'السرعة',
  copyMoment: 'نسخ رابط هذه اللحظة',
  copied: 'نُسخ الرابط',
  timeline: 'مسار الجلسة',
  timeSpeaker: '{time}، {speaker}',
  nowHearing: 'تستمع الآن إلى: {channel}',
  failed: 'توقف تشغيل التسجيل، وربما انقطع الاتصال. النصوص وملفات التنزيل أدناه لا تزال متاحة.',
  retry: 'إعادة المحاولة',
  readyIn: 'يصبح جاهزًا خلال {time} تقريبًا',
  lessThanAMinute: 'يصبح جاهزًا في أقل من دقيقة',
} satisfies PlayerMessages;
