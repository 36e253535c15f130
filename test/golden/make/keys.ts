/** Column keys of the forms that are drawn most, as a `K` line takes them. */

export const teacherItems = ["reflection", "review", "platform-hours", "lesson-design", "activity-reflection", "bonus"].map((item) => `lanxi.teacher.${item}`).join("|");
export const schoolItems = ["plan-summary", "central-training", "teacher-average", "dispatch", "materials"].map((item) => `lanxi.school.${item}`).join("|");
export const schoolBonus = ["host", "dispatch", "task"].map((item) => `lanxi.school.bonus.${item}`).join("|");
export const blocks = ["public", "professional", "elective"].map((block) => `zhaoqing.annual.${block}`).join("|");
