import { dictionary } from "../../shared/words/dictionary";

export const filterWords = dictionary(
  {
    title: "가려 보기",
    hint: "맞지 않는 메뉴는 흐리게 보이고, 이유를 함께 알려 드려요.",
    without: "이런 재료는 빼고",
    only: "이런 메뉴만",
    warning: "같은 주방에서 조리해요. 알레르기가 심하면 직원에게 꼭 말씀해 주세요.",
    clear: "모두 지우기",
    show: (count: number) => `${count}개 메뉴 보기`,
  },
  {
    title: "Allergies and diet",
    hint: "Dishes that do not suit go grey, and say why.",
    without: "Without",
    only: "Only",
    warning: "All is cooked in one kitchen. With a severe allergy, please speak to our staff.",
    clear: "Clear all",
    show: (count) => (count === 1 ? "See 1 dish" : `See ${count} dishes`),
  },
);
