//! Elements within elements, as Word documents and web pages have them.

/// The deepest that elements stand in each other; what a file nests deeper is put beside each other.
const DEEPEST: usize = 100;

/// An element with what stands in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name, without a prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// What stands in it, in order.
    pub(super) children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// An element in which nothing stands yet.
    pub(super) fn new(name: &str, attributes: Vec<(String, String)>) -> Element {
        Element { name: name.to_owned(), attributes, children: Vec::new() }
    }

    /// An attribute, by its name without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The elements that stand directly in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of that name directly in it.
    #[cfg(feature = "docx")]
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element of that name in it, however deep.
    pub(super) fn find(&self, name: &str) -> Option<&Element> {
        self.elements().find_map(|element| if element.name == name { Some(element) } else { element.find(name) })
    }
}

/// A tree that is being built: the elements that are still open, the outermost first.
#[derive(Debug)]
pub(super) struct Growing {
    open: Vec<Element>,
}

impl Growing {
    pub(super) fn new() -> Growing {
        Growing { open: vec![Element::default()] }
    }

    /// Opens an element. What lies too deep is closed again at once.
    pub(super) fn open(&mut self, element: Element) {
        self.open.push(element);
        if self.open.len() > DEEPEST {
            self.close_last();
        }
    }

    /// An element in which nothing stands.
    pub(super) fn leaf(&mut self, element: Element) {
        self.put(Node::Element(element));
    }

    pub(super) fn text(&mut self, text: &str) {
        if let Some(Element { children, .. }) = self.open.last_mut() {
            match children.last_mut() {
                Some(Node::Text(before)) => before.push_str(text),
                Some(Node::Element(_)) | None => children.push(Node::Text(text.to_owned())),
            }
        }
    }

    /// Closes the innermost open element of that name, and all in it; none where no such element is open, or where one of
    /// the others stands between.
    pub(super) fn close(&mut self, name: &str, walls: &[&str]) {
        let inside = self.open.iter().rev().take(self.open.len() - 1);
        let within = inside.take_while(|open| open.name == name || !walls.contains(&open.name.as_str()));
        let Some(depth) = within.map(|open| open.name.as_str()).position(|open| open == name) else { return };
        (0..=depth).for_each(|_| self.close_last());
    }

    /// The whole: an element without a name that holds all.
    pub(super) fn grown(mut self) -> Element {
        while self.open.len() > 1 {
            self.close_last();
        }
        self.open.pop().unwrap_or_default()
    }

    fn close_last(&mut self) {
        if self.open.len() > 1
            && let Some(closed) = self.open.pop()
        {
            self.put(Node::Element(closed));
        }
    }

    fn put(&mut self, node: Node) {
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(node);
        }
    }
}
