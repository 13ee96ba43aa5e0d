import { dictionary } from "../shared/words/dictionary";

export const previewWords = dictionary(
  {
    title: "손님 화면 미리보기",
    saved: "저장한 내용이 손님 태블릿에 보이는 모습이에요.",
    back: "편집으로 돌아가기",
    card: "메뉴판에서",
    sheet: "눌렀을 때",
    tried: "여기서는 주문되지 않아요.",
    failed: "메뉴를 불러오지 못했어요. 다시 열어 주세요.",
    hidden: "지금은 손님에게 보이지 않아요: 숨긴 메뉴예요.",
    category_hidden: "지금은 손님에게 보이지 않아요: 분류를 숨겼어요.",
    hours: "지금은 손님에게 보이지 않아요: 판매 시간이 아니에요.",
  },
  {
    title: "As a guest sees it",
    saved: "What you saved, as it looks on a guest's tablet.",
    back: "Back to editing",
    card: "On the menu",
    sheet: "When touched",
    tried: "Nothing is ordered here.",
    failed: "The item could not be loaded. Please open this page again.",
    hidden: "Guests do not see it now: it is hidden.",
    category_hidden: "Guests do not see it now: its category is hidden.",
    hours: "Guests do not see it now: it is not served at this hour.",
  },
);
