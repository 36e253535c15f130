/** The drawn scenes by name: seed → book. */
import type { Book } from "./book";
import { bareScenes } from "./fresh-bare";
import * as blank from "./fresh-blank";
import * as choices from "./fresh-choices";
import * as counties from "./fresh-counties";
import { documentScenes } from "./fresh-documents";
import { fifthScenes } from "./fresh-fifth";
import * as formulas from "./fresh-formulas";
import { fourthScenes } from "./fresh-fourth";
import * as lanxi from "./fresh-lanxi";
import * as lanxiSchool from "./fresh-lanxi-school";
import * as none from "./fresh-none";
import * as people from "./fresh-people";
import * as plans from "./fresh-plans";
import { probeScenes } from "./fresh-probes";
import * as relations from "./fresh-relations";
import * as second from "./fresh-second";
import { seventhScenes } from "./fresh-seventh";
import * as structure from "./fresh-structure";
import { thirdScenes } from "./fresh-third";
import * as wild from "./fresh-wild";
import * as cellWords from "./fresh-words";
import * as zhaoqing from "./fresh-zhaoqing";

export const fresh: Readonly<Record<string, (seed: number) => Book>> = {
  "fresh-lanxi-rubric-sentences": lanxi.rubricSentences,
  "fresh-lanxi-evidence": lanxi.evidenceBeside,
  "fresh-lanxi-certificates": lanxi.certificates,
  "fresh-lanxi-waivers": lanxi.waivers,
  "fresh-lanxi-county": lanxiSchool.countySchools,
  "fresh-lanxi-own": lanxiSchool.ownWorkbook,
  "fresh-lanxi-term": lanxiSchool.termHours,
  "fresh-lanxi-cycle": lanxiSchool.fiveYears,
  "fresh-lanxi-materials": lanxiSchool.materialDates,
  "fresh-lanxi-roster": lanxiSchool.rosterWithBlankForm,
  "fresh-zhaoqing-year": zhaoqing.yearWithGaps,
  "fresh-zhaoqing-log": zhaoqing.logWithDays,
  "fresh-zhaoqing-cycle": zhaoqing.cycle,
  "fresh-zhaoqing-cover": zhaoqing.coverStacked,
  "fresh-zhaoqing-money": zhaoqing.money,
  "fresh-zhaoqing-filing": zhaoqing.filing,
  "fresh-yueyang-cycle": counties.earnedAndCounted,
  "fresh-yueyang-log": counties.activities,
  "fresh-yueyang-documents": counties.schoolDocuments,
  "fresh-xiangxi-ages": counties.ages,
  "fresh-xiangxi-plans": counties.planDates,
  "fresh-xiangxi-cover": counties.planCover,
  "fresh-xiangxi-money": counties.trainingMoney,
  "fresh-xiangxi-credits": counties.credits,
  "fresh-plan1-shares": plans.teamShares,
  "fresh-plan1-books": plans.booksByAge,
  "fresh-plan2-lessons": plans.lessonsObserved,
  "fresh-plan3-candidates": plans.keyCandidates,
  "fresh-plan4-allowances": plans.allowances,
  "fresh-plan5-credits": plans.sixteenCredits,
  "fresh-plan6-face": plans.faceToFace,
  "fresh-plan7-marks": plans.weightedMarks,
  "fresh-plan7-groups": plans.threeGroups,
  "fresh-plan9-posts": plans.hoursByPost,
  "fresh-plan10-registration": plans.yearlyRegistration,
  "fresh-form-cards": structure.cards,
  "fresh-form-two-columns": structure.twoColumns,
  "fresh-form-three": structure.threeUnderEachOther,
  "fresh-form-hidden": structure.hiddenSheets,
  "fresh-form-far": structure.farFromTheCorner,
  "fresh-form-others": structure.amongOthers,
  "fresh-form-themes": structure.themes,
  "fresh-sum-shown": formulas.shownNumbers,
  "fresh-sum-short": formulas.shortSums,
  "fresh-sum-addin": formulas.addinFormulas,
  "fresh-sum-texts": formulas.texts,
  "fresh-sum-shares": formulas.shares,
  "fresh-list-stages": choices.stageForms,
  "fresh-list-units": choices.contents,
  "fresh-list-free": choices.freeWords,
  "fresh-list-ledger": choices.ledger,
  "fresh-list-key-years": choices.keyYears,
  "fresh-list-key-shares": choices.keyShares,
  "fresh-list-voices": choices.voices,
  "fresh-list-xiangxi": choices.wholeXiangxi,
  "fresh-rel-full": relations.fullAndGiven,
  "fresh-rel-marks": relations.marks,
  "fresh-rel-reasons": relations.reasons,
  "fresh-rel-ranges": relations.dateRanges,
  "fresh-rel-units": relations.mixedUnits,
  "fresh-rel-bonus": relations.bonusWords,
  "fresh-part-waiting": blank.waitingRows,
  "fresh-part-numbers": blank.waitingSchools,
  "fresh-part-empty": blank.emptyForm,
  "fresh-part-summary": blank.summaryBelow,
  "fresh-part-dashes": blank.dashes,
  "fresh-part-others": blank.manyOthers,
  "fresh-none-alone": none.nothing,
  "fresh-none-words": none.onlyWords,
  "fresh-none-neighbour": none.neighbour,
  "fresh-people-numbers": people.numbers,
  "fresh-people-across": people.acrossSheets,
  "fresh-people-columns": people.columnsMissing,
  "fresh-people-undecided": people.undecided,
  "fresh-wild-around": wild.around,
  "fresh-wild-blocks": wild.subBlocks,
  "fresh-wild-pages": wild.pages,
  "fresh-wild-gaps": wild.gaps,
  "fresh-wild-marks": wild.markedNames,
  "fresh-second-county": second.countyList,
  "fresh-second-class": second.classList,
  "fresh-second-claim": second.fiveYearsClaim,
  "fresh-second-registration": second.registration,
  "fresh-second-candidates": second.candidatesByAge,
  "fresh-second-quota": second.yearAndQuota,
  "fresh-second-kindergarten": second.kindergarten,
  "fresh-second-group": second.groupReading,
  "fresh-second-roster": second.planRoster,
  ...probeScenes,
  ...documentScenes,
  ...bareScenes,
  ...thirdScenes,
  ...fourthScenes,
  ...fifthScenes,
  ...seventhScenes,
  "fresh-word-done": cellWords.doneWords,
  "fresh-word-passed": cellWords.passedWords,
  "fresh-word-posts": cellWords.posts,
  "fresh-word-dates": cellWords.dates,
};
