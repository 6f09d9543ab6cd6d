//! Where the card stands: beside the control where there is room, never over it. Pure geometry, in CSS pixels.

/// A rectangle in the viewport.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    /// The part of it that lies in both; `None` where there is none.
    #[must_use]
    pub fn within(&self, other: &Area) -> Option<Area> {
        let x = self.x.max(other.x);
        let y = self.y.max(other.y);
        let width = (self.x + self.width).min(other.x + other.width) - x;
        let height = (self.y + self.height).min(other.y + other.height) - y;
        (width > 0.0 && height > 0.0).then_some(Area { x, y, width, height })
    }

    /// Square pixels that both cover.
    #[must_use]
    pub fn overlap(&self, other: &Area) -> f64 {
        self.within(other)
            .map_or(0.0, |common| common.width * common.height)
    }

    /// Wider by `by` on every side.
    #[must_use]
    pub fn grown(&self, by: f64) -> Area {
        Area {
            x: self.x - by,
            y: self.y - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
        }
    }
}

/// The side of the control that the card stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Right of it.
    Right,
    /// Left of it.
    Left,
    /// Under it.
    Below,
    /// Over it.
    Above,
    /// In a corner of the viewport.
    Corner,
}

impl Side {
    /// The name in the style sheet.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Side::Right => "right",
            Side::Left => "left",
            Side::Below => "below",
            Side::Above => "above",
            Side::Corner => "corner",
        }
    }
}

/// A place for the card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Which side.
    pub side: Side,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
}

/// Between the spotlight and the card.
const GAP: f64 = 16.0;
/// Between the card and the edge of the viewport.
const MARGIN: f64 = 12.0;

/// Finds the place for a card of this size. Of the places that leave the control free the one is taken that covers least of
/// `others` (the step's other fields), in the order beside, under, over, corner. `None` where every place would cover the
/// control: then the card has to be small.
#[must_use]
pub fn place(
    viewport: (f64, f64),
    control: Option<Area>,
    others: &[Area],
    card: (f64, f64),
    rtl: bool,
) -> Option<Place> {
    let mut candidates = Vec::new();
    if let Some(control) = control {
        candidates.extend(beside(&control, card, rtl).map(|place| inside(place, viewport, card)));
    }
    candidates.extend(corners(viewport, card, rtl));
    let covers = |place: &Place, area: &Area| place_area(place, card).overlap(area);
    let free = candidates
        .into_iter()
        .filter(|place| is_free(place, viewport, control, card));
    // The first of equals stays: `min_by` keeps it.
    free.min_by(|one, other| {
        let cost = |place: &Place| others.iter().map(|area| covers(place, area)).sum::<f64>();
        cost(one).total_cmp(&cost(other))
    })
}

/// The card is inside the viewport there, and leaves the control free.
#[must_use]
pub fn is_free(place: &Place, viewport: (f64, f64), control: Option<Area>, card: (f64, f64)) -> bool {
    let clear = control.map(|area| area.grown(4.0));
    fits(place, viewport, card)
        && clear.is_none_or(|control| place_area(place, card).overlap(&control) <= 0.0)
}

/// Where a person has put the card's corner, or as near to it as the viewport lets.
#[must_use]
pub fn put_by_hand(corner: (f64, f64), viewport: (f64, f64), card: (f64, f64)) -> Place {
    Place {
        side: Side::Corner,
        x: held(corner.0, card.0, viewport.0),
        y: held(corner.1, card.1, viewport.1),
    }
}

fn beside(control: &Area, card: (f64, f64), rtl: bool) -> impl Iterator<Item = Place> {
    let right = Place {
        side: Side::Right,
        x: control.x + control.width + GAP,
        y: control.y - 8.0,
    };
    let left = Place {
        side: Side::Left,
        x: control.x - GAP - card.0,
        y: control.y - 8.0,
    };
    let start = if rtl {
        control.x + control.width - card.0
    } else {
        control.x
    };
    let below = Place {
        side: Side::Below,
        x: start,
        y: control.y + control.height + GAP,
    };
    let above = Place {
        side: Side::Above,
        x: start,
        y: control.y - GAP - card.1,
    };
    let sides = if rtl {
        [left, right, below, above]
    } else {
        [right, left, below, above]
    };
    sides.into_iter()
}

fn corners(viewport: (f64, f64), card: (f64, f64), rtl: bool) -> impl Iterator<Item = Place> {
    let (left, right) = (MARGIN, viewport.0 - card.0 - MARGIN);
    let (top, bottom) = (MARGIN, viewport.1 - card.1 - MARGIN);
    let (near, far) = if rtl { (left, right) } else { (right, left) };
    [(near, bottom), (near, top), (far, bottom), (far, top)]
        .into_iter()
        .map(|(x, y)| Place {
            side: Side::Corner,
            x,
            y,
        })
}

/// Moved along the control until it is inside the viewport; never across it.
fn inside(place: Place, viewport: (f64, f64), card: (f64, f64)) -> Place {
    match place.side {
        Side::Right | Side::Left => Place {
            y: held(place.y, card.1, viewport.1),
            ..place
        },
        _ => Place {
            x: held(place.x, card.0, viewport.0),
            ..place
        },
    }
}

fn held(at: f64, size: f64, room: f64) -> f64 {
    at.min(room - size - MARGIN).max(MARGIN)
}

fn fits(place: &Place, viewport: (f64, f64), card: (f64, f64)) -> bool {
    let slack = 1.0;
    place.x >= MARGIN - slack
        && place.y >= MARGIN - slack
        && place.x + card.0 <= viewport.0 - MARGIN + slack
        && place.y + card.1 <= viewport.1 - MARGIN + slack
}

fn place_area(place: &Place, card: (f64, f64)) -> Area {
    Area {
        x: place.x,
        y: place.y,
        width: card.0,
        height: card.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEWPORT: (f64, f64) = (1000.0, 700.0);
    const CARD: (f64, f64) = (320.0, 240.0);

    fn area(x: f64, y: f64, width: f64, height: f64) -> Area {
        Area { x, y, width, height }
    }

    fn side(control: Area, others: &[Area], rtl: bool) -> Side {
        place(VIEWPORT, Some(control), others, CARD, rtl).unwrap().side
    }

    #[test]
    fn it_stands_where_there_is_room() {
        assert_eq!(side(area(100.0, 100.0, 200.0, 30.0), &[], false), Side::Right);
        assert_eq!(side(area(700.0, 100.0, 200.0, 30.0), &[], false), Side::Left);
        assert_eq!(side(area(500.0, 100.0, 200.0, 30.0), &[], true), Side::Left);
        assert_eq!(side(area(50.0, 100.0, 900.0, 30.0), &[], false), Side::Below);
        assert_eq!(side(area(50.0, 600.0, 900.0, 30.0), &[], false), Side::Above);
    }

    #[test]
    fn it_leaves_the_other_fields_free() {
        let fields = [area(316.0, 200.0, 200.0, 30.0)];
        assert_eq!(
            side(area(100.0, 100.0, 200.0, 30.0), &fields, false),
            Side::Corner
        );
    }

    #[test]
    fn it_never_covers_the_control_nor_leaves_the_viewport() {
        for x in (0..1000).step_by(45) {
            for y in (0..700).step_by(45) {
                let control = area(f64::from(x), f64::from(y), 150.0, 40.0);
                for rtl in [false, true] {
                    let place = place(VIEWPORT, Some(control), &[], CARD, rtl).unwrap();
                    let card = place_area(&place, CARD);
                    assert!(card.overlap(&control) <= 0.0, "{control:?} {place:?}");
                    assert_eq!(card.overlap(&area(0.0, 0.0, 1000.0, 700.0)), CARD.0 * CARD.1);
                }
            }
        }
    }

    #[test]
    fn where_a_person_put_it_holds_inside_the_viewport_and_off_the_control() {
        let put = |x, y| put_by_hand((x, y), VIEWPORT, CARD);
        assert_eq!((put(-50.0, 30.0).x, put(-50.0, 30.0).y), (MARGIN, 30.0));
        assert_eq!(put(2000.0, 2000.0).y, 700.0 - CARD.1 - MARGIN);
        let control = Some(area(100.0, 100.0, 200.0, 30.0));
        assert!(is_free(&put(400.0, 300.0), VIEWPORT, control, CARD));
        assert!(!is_free(&put(90.0, 90.0), VIEWPORT, control, CARD));
        assert!(is_free(&put(90.0, 90.0), VIEWPORT, None, CARD));
    }

    #[test]
    fn without_room_it_says_so() {
        assert_eq!(
            place(
                (300.0, 200.0),
                Some(area(20.0, 20.0, 200.0, 100.0)),
                &[],
                CARD,
                false
            ),
            None
        );
        assert_eq!(
            place(VIEWPORT, None, &[], CARD, false).unwrap().side,
            Side::Corner
        );
    }
}
