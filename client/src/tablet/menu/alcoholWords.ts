import { dictionary } from "../../shared/words/dictionary";

export const alcoholWords = dictionary(
  {
    question: "만 19세 이상이신가요?",
    hint: "술은 성인만 주문할 수 있어요. 직원이 신분증을 확인할 수 있어요.",
    yes: "네, 19세 이상이에요",
    no: "아니요",
  },
  {
    question: "Are you 19 or older?",
    hint: "Alcohol is for adults only. Our staff may ask for your ID.",
    yes: "Yes, I am 19 or older",
    no: "No",
  },
);
