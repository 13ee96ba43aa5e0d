import { dictionary } from "../../shared/words/dictionary";

export const menuWords = dictionary(
  {
    categories: "메뉴 분류",
    loading: "메뉴를 불러오는 중",
    failed: "메뉴를 불러오지 못했어요. 다시 시도하고 있어요.",
    retry: "다시 시도",
    empty: "메뉴를 준비하고 있어요",
    soldOut: "품절",
    best: "인기",
    recommended: "추천",
    new: "신메뉴",
    left: (remaining: number) => `${remaining}개 남음`,
    spiciness: (degree: number) => `매운맛 ${degree}`,
    inCart: (units: number) => `주문서에 ${units}개`,
    full: (lines: number, units: number) => `한 번에 ${lines}가지, ${units}개까지 담을 수 있어요.`,
  },
  {
    categories: "Menu sections",
    loading: "Loading the menu",
    failed: "The menu could not be loaded. Trying again.",
    retry: "Try again",
    empty: "The menu is being prepared",
    soldOut: "Sold out",
    best: "Popular",
    recommended: "Our pick",
    new: "New",
    left: (remaining) => `${remaining} left`,
    spiciness: (degree) => `Spicy ${degree}`,
    inCart: (units) => `${units} in the cart`,
    full: (lines, units) => `One order holds up to ${lines} dishes and ${units} pieces.`,
  },
);
